package havn.staff;

import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where people of staff are kept.
public interface StaffStore {

  Future<Void> add(StaffMember member);

  /// Empty when there is nobody, or they are gone.
  Future<Optional<StaffMember>> find(StaffId id);

  /// Takes services away, and the seats in shifts of theirs from this day on. False, and nothing
  /// changes, when none would be left or they are gone.
  Future<Boolean> restrict(StaffId id, Set<ServiceId> services, LocalDate today);

  /// Ends somebody: passkeys, links, spares of devices, the calendar and the seats in shifts from
  /// this day on go with it. False when there is nobody, or they are gone already.
  Future<Boolean> offBoard(StaffId id, Instant now, LocalDate today);

  /// Everybody with exactly this shown name, at most 10.
  Future<List<StaffMember>> named(String shownName);
}
