package havn.letters;

import havn.hours.OpeningHours;
import havn.hours.Schedule;
import havn.kernel.id.DeviceId;
import havn.kernel.id.FileId;
import havn.kernel.id.LetterId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.time.SystemTime;
import havn.letters.LetterStore.Found;
import havn.letters.LetterStore.Head;
import havn.letters.LetterStore.NewAnswer;
import havn.service.Service;
import havn.service.ServiceBook;
import havn.staff.DeviceStore;
import havn.staff.Roster;
import havn.staff.RosterBook;
import havn.wire.v1.StoredAnswer;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What staff do with letters. Whether their role may is asked before.
public final class LetterDesk {

  private final LetterStore store;
  private final DeviceStore devices;
  private final RosterBook rosters;
  private final ServiceBook services;
  private final InstantSource clock;

  public LetterDesk(
      LetterStore store,
      DeviceStore devices,
      RosterBook rosters,
      ServiceBook services,
      InstantSource clock) {
    this.store = store;
    this.devices = devices;
    this.rosters = rosters;
    this.services = services;
    this.clock = clock;
  }

  /// Who reads, and letters to which services.
  public record Reader(StaffId staff, Set<ServiceId> services) {

    public Reader {
      services = Set.copyOf(services);
    }
  }

  /// What became of an answer.
  public sealed interface Outcome {
    /// Kept, or why not.
    record Told(Keeping keeping) implements Outcome {}

    /// It does not verify, or is another person's device.
    record Refused(String why) implements Outcome {}
  }

  /// Letters to one's services, those not done first, each oldest first; at most 200.
  public Future<List<Head>> heads(Reader reader) {
    return store.heads(reader.services(), clock.instant());
  }

  public Future<Optional<Found>> find(LetterId letter, Reader reader) {
    return store.find(letter, reader.services(), clock.instant());
  }

  /// Puts a file sealed to other devices in place of the letter's; false when there is no such
  /// letter. The file must pass [#isSealedFor].
  public Future<Boolean> reseal(
      LetterId letter, Reader reader, byte[] file, List<DeviceId> sealedFor) {
    return store.reseal(letter, reader.services(), file, sealedFor, clock.instant());
  }

  /// Whether a letter may look like this: an envelope for as many keys as there are devices, each
  /// named once.
  public static boolean isSealedFor(byte[] file, List<DeviceId> devices) {
    return !devices.isEmpty()
        && devices.size() <= Bounds.MOST_DEVICES
        && Set.copyOf(devices).size() == devices.size()
        && MailboxActs.isEnvelope(file, devices.size(), Bounds.LETTER_BYTES);
  }

  public Future<Boolean> mark(LetterId letter, Reader reader, boolean done) {
    return store.mark(letter, reader.services(), done, clock.instant());
  }

  /// Puts an answer into the letter's mailbox, if it verifies and is of a device of the reader.
  public Future<Outcome> answer(LetterId letter, Reader reader, byte[] stored, List<FileId> files) {
    Instant now = clock.instant();
    return store
        .find(letter, reader.services(), now)
        .compose(
            found ->
                found
                    .map(f -> answer(f.head(), reader, stored, files, now))
                    .orElseGet(() -> told(Keeping.UNKNOWN)));
  }

  private Future<Outcome> answer(
      Head letter, Reader reader, byte[] stored, List<FileId> files, Instant now) {
    Optional<Roster> roster = rosters.current();
    if (roster.isEmpty()) {
      return refused("There is no roster.");
    }
    if (letter.answers() >= Bounds.ANSWERS_PER_MAILBOX) {
      return told(Keeping.FULL);
    }
    var place = new AnswerCheck.Place(letter.mailbox(), letter.service(), letter.answers());
    return switch (AnswerCheck.verify(stored, place, roster.get(), now)) {
      case AnswerCheck.Verdict.Refused(AnswerCheck.Flaw flaw) ->
          flaw == AnswerCheck.Flaw.OUT_OF_ORDER ? told(Keeping.BEHIND) : refused(words(flaw));
      case AnswerCheck.Verdict.Valid valid ->
          devices
              .find(valid.entry().device())
              .compose(
                  device ->
                      device.filter(d -> d.owner().id().equals(reader.staff())).isPresent()
                          ? keep(letter, stored, files, now)
                          : refused("Another person's device signed it."));
    };
  }

  private Future<Outcome> keep(Head letter, byte[] stored, List<FileId> files, Instant now) {
    int number = AnswerCheck.read(stored).map(StoredAnswer::getNumber).orElseThrow();
    return store
        .answer(
            new NewAnswer(
                letter.id(), letter.mailbox(), number, stored, files, now, end(letter, now)))
        .map(Outcome.Told::new);
  }

  private Instant end(Head letter, Instant now) {
    Schedule hours =
        services
            .find(letter.service())
            .map(Service::hours)
            .orElseGet(() -> Schedule.none(SystemTime.OSLO));
    return LetterEnd.of(new OpeningHours(hours), now);
  }

  private static String words(AnswerCheck.Flaw flaw) {
    return switch (flaw) {
      case MALFORMED -> "These bytes are no sealed answer.";
      case OUT_OF_ORDER -> "Another number is the next.";
      case NO_SHIFT -> "The shift statement does not hold now; go on duty again.";
      case NOT_FOR_THIS_SERVICE -> "This device does not answer letters to this service.";
      case OTHER_ROSTER -> "The roster has changed; sign again with its newest version.";
      case OUT_OF_TIME -> "The answer's time is more than 10 minutes from now; set the clock.";
      case UNSIGNED -> "The shift key did not sign it.";
    };
  }

  private static Future<Outcome> told(Keeping keeping) {
    return Future.succeededFuture(new Outcome.Told(keeping));
  }

  private static Future<Outcome> refused(String why) {
    return Future.succeededFuture(new Outcome.Refused(why));
  }
}
