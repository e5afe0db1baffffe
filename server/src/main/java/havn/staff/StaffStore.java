package havn.staff;

import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.util.Optional;

/// Where people of staff are kept.
public interface StaffStore {

  Future<Void> add(StaffMember member);

  Future<Optional<StaffMember>> find(StaffId id);
}
