package havn.outreach;

import havn.journal.Act;
import havn.journal.Journal;
import havn.kernel.id.ContactId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.letters.MailboxKeys;
import havn.outreach.SealStore.Sealed;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Keeps cards readable for up to 13 months, while keys of mailboxes live for some weeks and people
/// get new phones: consoles that can open a card seal both its parts anew to the devices of today.
/// Whoever closes the console for some weeks stays one of them ([MailboxKeys#lately]); whoever left
/// the roster does not.
public final class Resealing {

  private final SealStore store;
  private final MailboxKeys keys;
  private final Journal journal;
  private final InstantSource clock;

  public Resealing(SealStore store, MailboxKeys keys, Journal journal, InstantSource clock) {
    this.store = store;
    this.keys = keys;
    this.journal = journal;
    this.clock = clock;
  }

  /// What a console asks for.
  ///
  /// @param devices to which it would seal now
  /// @param before it wants all that were sealed before this; those of 14 days ago it gets anyway
  /// @param after the last card of the answer before
  public record Wanted(
      List<DeviceId> devices, Optional<Instant> before, Optional<ContactId> after) {}

  /// Five cards that are to be sealed anew, after a line in the journal: one of the devices cannot
  /// open them, a device can that is no reader of the service any more, or they were sealed long
  /// ago.
  public Future<List<Sealed>> stale(StaffId who, ServiceId service, Wanted wanted) {
    Instant now = clock.instant();
    Instant old = now.minus(SealStore.FRESH);
    Instant before = wanted.before().filter(old::isBefore).orElse(old);
    SealStore.Wish wish = new SealStore.Wish(wanted.devices(), keys.readers(service), before);
    byte[] thing = service.slug().getBytes(StandardCharsets.US_ASCII);
    return store
        .stale(service, wish, wanted.after(), now)
        .compose(
            cards ->
                cards.isEmpty()
                    ? Future.succeededFuture(cards)
                    : journal.write(new Act(who, Act.Deed.CONTACT_RESEAL, thing), now).map(cards));
  }

  /// Whether a console may send this: two envelopes for these devices, 24 KiB at most each.
  public static boolean isSealed(Sealed anew, List<DeviceId> devices) {
    return Intake.isSealed(anew.face(), devices) && Intake.isSealed(anew.numbers(), devices);
  }

  /// Whether the roster names each of these devices as a reader of the service.
  public boolean mayRead(ServiceId service, List<DeviceId> devices) {
    return keys.readers(service).containsAll(devices);
  }

  /// Replaces both parts of a card; false when somebody wrote meanwhile.
  public Future<Boolean> replace(ServiceId service, Sealed anew, List<DeviceId> devices) {
    return store.replace(service, anew, devices, clock.instant());
  }
}
