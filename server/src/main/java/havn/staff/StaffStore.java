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

  /// Fails, and adds nobody, when they would work for more than one [havn.service.Audience].
  Future<Void> add(StaffMember member);

  /// Empty when there is nobody, or they are gone.
  Future<Optional<StaffMember>> find(StaffId id);

  /// What came of a change to somebody.
  enum Change {
    DONE,
    /// There is nobody, they are gone, no service would be left, or more than 64.
    NOTHING,
    /// A service would be left without a coordinator; nothing changed.
    LAST_COORDINATOR,
    /// They would work for people who sell and for people who buy; nothing changed.
    MIXED
  }

  /// Takes services away, and the seats in shifts of theirs from this day on.
  Future<Change> restrict(StaffId id, Set<ServiceId> services, LocalDate today);

  /// Adds services; those that somebody has already stay.
  Future<Change> extend(StaffId id, Set<ServiceId> services);

  /// Gives somebody another role; seats from this day on that the role may not hold go.
  Future<Change> appoint(StaffId id, Role role, LocalDate today);

  /// Ends somebody: passkeys, links, spares of devices, the calendar and the seats in shifts from
  /// this day on go with it.
  Future<Change> offBoard(StaffId id, Instant now, LocalDate today);

  /// Everybody who works for one of these, by shown name, at most 500. Nobody who is gone.
  Future<List<StaffMember>> of(Set<ServiceId> services);

  /// Everybody with exactly this shown name, at most 10. Nobody who is gone.
  Future<List<StaffMember>> named(String shownName);
}
