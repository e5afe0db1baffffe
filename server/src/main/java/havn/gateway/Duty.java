package havn.gateway;

import havn.duty.DutyRules;
import havn.duty.SaltedName;
import havn.duty.Shift;
import havn.kernel.id.ServiceId;
import havn.seal.Hash;
import havn.staff.Roster;
import havn.staff.RosterEntry;
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

  Duty(DeskState.AtDesk at, House house) {
    this.at = at;
    this.house = house;
  }

  /// The running shift; empty when off duty or when its statement has ended.
  Optional<Shift> shift() {
    Instant now = house.time().instant();
    return Optional.ofNullable(shift).filter(s -> now.isBefore(s.until()));
  }

  /// Goes on duty, or changes it. A code when that is refused.
  Optional<Code> on(DeskFrame.DutyOn wish) {
    Instant now = house.time().instant();
    Optional<Roster> roster = house.rosters().current();
    if (roster.isEmpty() || roster.get().entry(at.device(), now).isEmpty()) {
      return Optional.of(Code.ROLE_REFUSED);
    }
    Optional<Instant> until = end(wish.statement(), roster.get(), now);
    return switch (DutyRules.decide(
        roster.get().entry(at.device(), now).get(),
        at.session().services(),
        wish.services(),
        until)) {
      case DutyRules.Decision.Refused refused -> Optional.of(refused.code());
      case DutyRules.Decision.Admitted admitted -> {
        shift =
            new Shift(
                at.device(),
                wish.services(),
                admitted.until(),
                wish.onBreak(),
                admitted.capacity(),
                name(wish, roster.get().entry(at.device(), now).get()));
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
            shift().map(now -> house.duty().beat(now, load)).orElseGet(Future::succeededFuture));
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
