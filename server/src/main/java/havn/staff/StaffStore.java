package havn.staff;

import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/// Where people of staff are kept.
public interface StaffStore {

  Future<Void> add(StaffMember member);

  Future<Optional<StaffMember>> find(StaffId id);

  /// Everybody with exactly this shown name, at most 10.
  Future<List<StaffMember>> named(String shownName);
}
