package havn.staff;

import havn.kernel.id.DeviceId;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where devices are kept.
public interface DeviceStore {

  int MOST_DEVICES = 500;
  int MOST_PER_PERSON = 10;

  /// Adds a device and answers it as it is kept; the same device again changes nothing. Empty when
  /// its id or key belongs to another, or a limit is reached.
  Future<Optional<Device>> enrol(Device device);

  Future<Optional<Device>> find(DeviceId id);

  /// Whether a device of this person was taken out of the list at this time or later.
  Future<Boolean> hasRemoved(StaffId owner, Instant since);

  /// Whose devices wait or stand in the list although they are gone themselves.
  Future<Set<StaffId>> gone();

  /// In the order of their enrolment.
  Future<List<Device>> all();
}
