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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps cards readable for up to 13 months, while keys of mailboxes live for some weeks and people
/// get new phones: consoles that can open a card seal both its parts anew to the devices of today.
/// Whoever closes the console for some weeks stays one of them ([MailboxKeys#lately]); whoever left
/// the roster does not.
public final class Resealing {

  private final SealStore store;
  private final MailboxKeys keys;
  private final Journal journal;
  private final InstantSource clock;
  private final Asking asking = new Asking(Asking.CARDS);

  public Resealing(SealStore store, MailboxKeys keys, Journal journal, InstantSource clock) {
    this.store = store;
    this.keys = keys;
    this.journal = journal;
    this.clock = clock;
  }

  /// Who asks.
  ///
  /// @param device of theirs, from which they ask
  public record Asker(StaffId who, DeviceId device) {}

  /// What a console asks for.
  ///
  /// @param devices to which it would seal now; the asking one may be missing, where a service has
  ///     more than nine
  /// @param before it wants all that were sealed before this, of what was sealed before its newest
  ///     key began; those of 14 days ago it gets anyway
  /// @param after the last card of the answer before
  public record Wanted(
      List<DeviceId> devices, Optional<Instant> before, Optional<ContactId> after) {}

  /// What a console gets.
  public sealed interface Stale {}

  /// @param cards at most five
  /// @param closed behind the last one, how many cards of the service are not sealed to the device
  ///     that asks; 0 before
  public record Found(List<Sealed> cards, int closed) implements Stale {

    public Found {
      cards = List.copyOf(cards);
    }
  }

  /// It asks from a device, or would seal to one, that the roster does not name as a reader of the
  /// service.
  public record NotReaders() implements Stale {}

  /// This person was handed 20,000 cards today.
  public record Enough() implements Stale {}

  /// Five cards that the asking device can open and that are to be sealed anew, after a line in the
  /// journal for each: one of the devices cannot open them, a device can that is no reader of the
  /// service any more, or they were sealed long ago.
  public Future<Stale> stale(Asker asker, ServiceId service, Wanted wanted) {
    if (!mayRead(service, List.of(asker.device())) || !mayRead(service, wanted.devices())) {
      return Future.succeededFuture(new NotReaders());
    }
    Instant now = clock.instant();
    return before(asker, service, wanted, now)
        .compose(
            before -> {
              var wish =
                  new SealStore.Wish(
                      asker.device(), wanted.devices(), keys.readers(service), before);
              return store.stale(service, wish, wanted.after(), now);
            })
        .compose(cards -> handed(asker, service, cards, now));
  }

  /// Two weeks ago; for whoever came back later, when they did.
  private Future<Instant> before(Asker asker, ServiceId service, Wanted wanted, Instant now) {
    Instant old = now.minus(SealStore.FRESH);
    return wanted.before().isEmpty()
        ? Future.succeededFuture(old)
        : keys.lately(Set.of(service))
            .map(
                stated ->
                    stated.stream()
                        .filter(one -> one.device().equals(asker.device()))
                        .map(one -> earlier(one.from(), wanted.before().get()))
                        .filter(old::isBefore)
                        .findFirst()
                        .orElse(old));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Future<Stale> handed(Asker asker, ServiceId service, List<Sealed> cards, Instant now) {
    if (cards.isEmpty()) {
      return store.closed(service, asker.device(), now).map(closed -> new Found(cards, closed));
    }
    return asking.takes(asker.who(), cards.size(), Intake.day(now))
        ? noted(asker.who(), cards, now).map(noted -> new Found(cards, 0))
        : Future.succeededFuture(new Enough());
  }

  private Future<Void> noted(StaffId who, List<Sealed> cards, Instant now) {
    Future<Void> all = Future.succeededFuture();
    for (Sealed card : cards) {
      Act act = new Act(who, Act.Deed.CONTACT_RESEAL, card.card().bytes());
      all = all.compose(before -> journal.write(act, now));
    }
    return all;
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
