package havn.danger;

import havn.conversation.Member;
import havn.conversation.Stage;
import havn.duty.DutyRecord;
import havn.duty.Reach;
import havn.kernel.id.DeviceId;
import havn.kernel.id.StaffId;
import havn.staff.PersonTag;
import havn.staff.Right;
import havn.staff.RosterBook;
import havn.staff.RosterEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who may come to help: persons are counted, and not devices.
///
/// @param rosters say whose a device is, and what its person may do
record Helpers(RosterBook rosters) {

  /// Whether nobody hears a call but those in the chat. Whoever has given no sign of life for a
  /// while may not hear it, and does not count; nor does whoever said that they cannot come.
  boolean isAlone(List<DutyRecord> duty, Stage.Taken taken, List<DeviceId> heard, Instant now) {
    return duty.stream()
        .filter(record -> record.fresh(now) && helps(record.device(), now))
        .map(DutyRecord::device)
        .filter(device -> heard.stream().noneMatch(other -> isSame(other, device, now)))
        .allMatch(device -> isWithin(taken, device, now));
  }

  /// Whom only a text tells of a call: on duty, silent on all of their devices, and without a word
  /// to it yet. Whoever is in the chat is among them only when the visitor called.
  Set<StaffId> unlooking(List<DutyRecord> duty, DangerCall call, Stage.Taken taken, Instant now) {
    return unlooking(duty, record -> isAsked(call, taken, record.device(), now), now);
  }

  /// The same of who could take somebody in danger out of the line: anybody who takes chats, full
  /// and on a break too.
  Set<StaffId> unlooking(List<DutyRecord> duty, Instant now) {
    return unlooking(duty, DutyRecord::takes, now);
  }

  private Set<StaffId> unlooking(List<DutyRecord> duty, Predicate<DutyRecord> asked, Instant now) {
    return duty.stream()
        .filter(asked)
        .filter(record -> duty.stream().noneMatch(other -> looks(other, record.device(), now)))
        .flatMap(record -> record.textable(now).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether the device's person may help and has said nothing to the call yet, with whichever of
  /// their devices. Whoever is in the chat is asked only when the visitor called.
  boolean isAsked(DangerCall call, Stage.Taken taken, DeviceId device, Instant now) {
    return helps(device, now)
        && !hasAnswered(call, device, now)
        && (call.by() == DangerCall.By.VISITOR || !isWithin(taken, device, now));
  }

  private boolean looks(DutyRecord other, DeviceId device, Instant now) {
    return other.fresh(now) && isSame(other.device(), device, now);
  }

  /// Who has said something to the call, of those on duty whom a text reaches.
  Set<StaffId> answered(List<DutyRecord> duty, DangerCall call, Instant now) {
    return duty.stream()
        .filter(record -> hasAnswered(call, record.device(), now))
        .flatMap(record -> record.reach().stream())
        .map(Reach::who)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean hasAnswered(DangerCall call, DeviceId device, Instant now) {
    return Stream.concat(call.coming().stream(), call.heard().stream())
        .anyMatch(other -> isSame(other, device, now));
  }

  /// Whether the device's person is in the chat, with whichever of their devices.
  boolean isWithin(Stage.Taken taken, DeviceId device, Instant now) {
    return Stream.concat(Stream.of(taken.device()), taken.members().stream().map(Member::device))
        .anyMatch(inside -> isSame(inside, device, now));
  }

  boolean isSame(DeviceId one, DeviceId other, Instant now) {
    return one.equals(other)
        || person(one, now)
            .filter(who -> person(other, now).filter(who::equals).isPresent())
            .isPresent();
  }

  boolean helps(DeviceId device, Instant now) {
    return entry(device, now)
        .filter(entry -> Right.ANSWER_CALLS.of(entry.role()) != Right.Grant.NEVER)
        .isPresent();
  }

  /// Whose device it is; empty when the roster does not say.
  private Optional<PersonTag> person(DeviceId device, Instant now) {
    return entry(device, now)
        .map(RosterEntry::person)
        .filter(person -> !person.equals(PersonTag.NOBODY));
  }

  private Optional<RosterEntry> entry(DeviceId device, Instant now) {
    return rosters.current().flatMap(roster -> roster.entry(device, now));
  }
}
