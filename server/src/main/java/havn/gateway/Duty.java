package havn.gateway;

import havn.duty.Abilities;
import havn.duty.DutyRules;
import havn.duty.SaltedName;
import havn.duty.Shift;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.seal.Hash;
import havn.staff.Role;
import havn.staff.Roster;
import havn.staff.RosterEntry;
import havn.staff.ShiftRights;
import havn.staff.ShiftStatements;
import havn.wire.DeskFrame;
import havn.wire.SignedWord;
import havn.wire.v1.Code;
import havn.wire.v1.DutyState;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A console's duty: going on, on a break, off, and the record that others see. Belongs to the
/// console's event loop.
final class Duty {

  private final DeskState.AtDesk at;
  private final House house;
  private @Nullable Shift shift;

  /// The last sign of life of the console: anything that it said.
  private Instant seen;

  /// End of the running shift's statement.
  private Instant stated = Instant.MIN;

  /// Whom a text reaches.
  private Optional<StaffId> reach = Optional.empty();

  /// Rises with every wish, so that an answer that comes late for one is seen to be late.
  private int wishes;

  private Optional<DeskFrame.DutyOn> unanswered = Optional.empty();

  Duty(DeskState.AtDesk at, House house) {
    this.at = at;
    this.house = house;
    this.seen = house.time().instant();
  }

  /// The console said something.
  void seen() {
    seen = house.time().instant();
  }

  /// The connection is lost.
  Future<Void> stumble(Shift running, int load) {
    return house.duty().stumble(running, load, seen);
  }

  /// The running shift; empty when off duty or when its statement has ended.
  Optional<Shift> shift() {
    Instant now = house.time().instant();
    return Optional.ofNullable(shift).filter(s -> now.isBefore(s.until()));
  }

  /// Goes on duty, or changes it. A code when that is refused.
  ///
  /// @param planned as [#planned] answers it for the services of the wish
  Optional<Code> on(DeskFrame.DutyOn wish, ShiftRights planned) {
    Instant now = house.time().instant();
    Optional<Roster> roster = house.rosters().current();
    if (roster.isEmpty() || roster.get().entry(at.device(), now).isEmpty()) {
      return Optional.of(Code.ROLE_REFUSED);
    }
    Optional<Instant> until = end(wish.statement(), roster.get(), now);
    Abilities abilities = new Abilities(wish.languages(), wish.lanes(), wish.traits());
    return switch (DutyRules.decide(
        roster.get().entry(at.device(), now).get(),
        at.session().services(),
        at.session().role(),
        wish.services(),
        until,
        planned,
        house.services().mixes(wish.services()),
        abilities,
        now)) {
      case DutyRules.Decision.Refused refused -> Optional.of(refused.code());
      case DutyRules.Decision.Admitted admitted -> {
        stated = until.orElse(admitted.until());
        shift =
            new Shift(
                at.device(),
                wish.services(),
                admitted.until(),
                wish.onBreak(),
                admitted.capacity(),
                admitted.keepsOpen(),
                admitted.takes(),
                reach,
                name(wish, roster.get().entry(at.device(), now).get()),
                watches() ? abilities.watching() : abilities,
                followsPlan() ? Optional.of(planned) : Optional.empty());
        yield Optional.empty();
      }
    };
  }

  /// The name of the session, when the roster's entry holds its hash with this salt.
  private Optional<SaltedName> name(DeskFrame.DutyOn wish, RosterEntry entry) {
    byte[] salt = wish.salt().toByteArray();
    byte[] name = at.session().shownName().getBytes(StandardCharsets.UTF_8);
    return salt.length > 0 && Arrays.equals(Hash.of(salt, name).bytes(), entry.nameHash())
        ? Optional.of(new SaltedName(at.session().shownName(), HexFormat.of().formatHex(salt)))
        : Optional.empty();
  }

  /// The end of the shift when this device stated it.
  Optional<Instant> end(SignedWord statement, Roster roster, Instant now) {
    return switch (ShiftStatements.verify(
        statement.payload().toByteArray(), statement.signature().toByteArray(), roster, now)) {
      case ShiftStatements.Verdict.Valid valid ->
          valid.entry().device().equals(at.device())
              ? Optional.of(valid.until())
              : Optional.empty();
      case ShiftStatements.Verdict.Refused refused -> Optional.empty();
    };
  }

  /// Renews the record, and drops those of services that `before` had and this shift has not.
  Future<Void> write(Optional<Shift> before, int load) {
    Set<ServiceId> dropped = new HashSet<>(before.map(Shift::services).orElse(Set.of()));
    shift().ifPresent(now -> dropped.removeAll(now.services()));
    Future<Void> off =
        before.isPresent() && !dropped.isEmpty()
            ? house.duty().off(before.get(), dropped)
            : Future.succeededFuture();
    return off.compose(
        done ->
            shift()
                .map(now -> house.duty().beat(now, load, seen))
                .orElseGet(Future::succeededFuture));
  }

  /// Drops the records of all services, also those that an earlier connection left: whoever pressed
  /// *off duty* without a network says so once there is one.
  Future<Void> drop(Optional<Shift> before) {
    Set<ServiceId> all = new HashSet<>(at.services());
    before.map(Shift::services).ifPresent(all::addAll);
    return house.duty().off(at.device(), all);
  }

  /// Whether the device's right to be on duty follows a shift that its person holds.
  boolean followsPlan() {
    return role(at.device()).filter(DutyRules::followsPlan).isPresent();
  }

  /// Whether its person only reads in the chats they are asked into.
  boolean watches() {
    return watches(at.device());
  }

  /// The same of another device.
  boolean watches(DeviceId device) {
    return role(device).filter(DutyRules::watches).isPresent();
  }

  /// As the newest list of devices says it.
  private Optional<Role> role(DeviceId device) {
    return house
        .rosters()
        .current()
        .flatMap(roster -> roster.entry(device, house.time().instant()))
        .map(RosterEntry::role);
  }

  /// Whether a text reaches the person; not when that cannot be known.
  Future<Boolean> isReached() {
    return house.calls().reaches(at.session().staff()).otherwise(false);
  }

  /// A text reaches them, or none does; answers whether that is new to a running shift.
  boolean reached(boolean reaches) {
    reach = reaches ? Optional.of(at.session().staff()) : Optional.empty();
    boolean isNew = shift != null && !shift.reach().equals(reach);
    shift = shift == null ? null : shift.reached(reach);
    return isNew;
  }

  /// What the person's shifts give them for these services; empty when the calendar does not
  /// answer.
  Future<Optional<ShiftRights>> planned(Set<ServiceId> services) {
    return house
        .planned()
        .rights(at.session().staff(), services)
        .map(Optional::of)
        .otherwise(Optional.empty());
  }

  /// A new wish; answers its number.
  int wish() {
    unanswered = Optional.empty();
    return ++wishes;
  }

  /// The calendar did not answer about this wish.
  void askAgain(DeskFrame.DutyOn wish) {
    unanswered = Optional.of(wish);
  }

  /// The wish that the calendar is asked about again at the next heartbeat.
  Optional<DeskFrame.DutyOn> unanswered() {
    return unanswered;
  }

  boolean isNewest(int wish) {
    return wish == wishes;
  }

  /// The calendar was read again: the running shift ends, or lasts as long as it says.
  void replan(ShiftRights planned) {
    Instant now = house.time().instant();
    shift = shift().flatMap(running -> replanned(running, planned, now)).orElse(null);
  }

  private Optional<Shift> replanned(Shift running, ShiftRights planned, Instant now) {
    return planned
        .until(running.services(), running.abilities().lanes(), now)
        .map(until -> running.replanned(planned, until.isBefore(stated) ? until : stated));
  }

  /// Whether the shift's statement ended since this was last asked. The shift is over then.
  boolean lapsed() {
    boolean lapsed = shift != null && shift().isEmpty();
    if (lapsed) {
      shift = null;
    }
    return lapsed;
  }

  void off() {
    shift = null;
  }

  DutyState state(int load) {
    return shift()
        .map(
            now ->
                DutyState.newBuilder()
                    .setOnDuty(true)
                    .setOnBreak(now.onBreak())
                    .setUntil(now.until().toEpochMilli())
                    .addAllServices(now.services().stream().map(ServiceId::slug).toList())
                    .setLoad(load)
                    .setCapacity(now.capacity())
                    .build())
        .orElseGet(() -> DutyState.newBuilder().setLoad(load).build());
  }
}
