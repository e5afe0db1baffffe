package havn.outreach;

import havn.journal.Act;
import havn.journal.Journal;
import havn.kernel.id.ContactId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.outreach.SealStore.Sealed;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Keeps cards readable for up to 13 months, while keys of mailboxes live for some weeks and people
/// get new phones: consoles that can open a card seal both its parts anew to the devices of today.
public final class Resealing {

  private final SealStore store;
  private final Journal journal;
  private final InstantSource clock;

  public Resealing(SealStore store, Journal journal, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /// Five cards that are to be sealed anew, after a line in the journal.
  ///
  /// @param devices to which the console would seal now
  /// @param after the last card of the answer before
  public Future<List<Sealed>> stale(
      StaffId who, ServiceId service, List<DeviceId> devices, Optional<ContactId> after) {
    Instant now = clock.instant();
    byte[] thing = service.slug().getBytes(StandardCharsets.US_ASCII);
    return store
        .stale(service, devices, after, now)
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

  /// Replaces both parts of a card; false when somebody wrote meanwhile.
  public Future<Boolean> replace(ServiceId service, Sealed anew, List<DeviceId> devices) {
    return store.replace(service, anew, devices, clock.instant());
  }
}
