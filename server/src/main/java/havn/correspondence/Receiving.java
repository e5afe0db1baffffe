package havn.correspondence;

import havn.channel.Address;
import havn.channel.PhoneTags;
import havn.channel.Tagged;
import havn.channel.Told;
import havn.courtesy.StopWords;
import havn.figures.Counted;
import havn.kernel.id.ServiceId;
import havn.kernel.id.TextId;
import havn.kernel.text.Quoted;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Takes what providers tell. A future that fails has kept nothing that could get lost: the
/// provider tells it again, and what was told twice changes nothing.
///
/// Opt-outs and reports come first, and what fails keeps nothing behind it. They count for the
/// whole installation, as a stop word does; only to file a text the service must be known.
public final class Receiving {

  private static final Future<Void> NOTHING = Future.succeededFuture();

  private final CorrespondenceStore store;
  private final OptOuts optOuts;
  private final Replies replies;
  private final TeamSeal seal;
  private final PhoneTags tags;
  private final BiConsumer<ServiceId, Counted> counts;
  private final InstantSource clock;

  /// @param counts hears of whoever wrote back, and of whoever said stop
  public Receiving(
      CorrespondenceStore store,
      OptOuts optOuts,
      Replies replies,
      TeamSeal seal,
      PhoneTags tags,
      BiConsumer<ServiceId, Counted> counts,
      InstantSource clock) {
    this.store = store;
    this.optOuts = optOuts;
    this.replies = replies;
    this.seal = seal;
    this.tags = tags;
    this.counts = counts;
    this.clock = clock;
  }

  /// Where something was told.
  ///
  /// @param provider as it is named in settings
  /// @param service that it is for; empty when the provider carries several and does not say
  public record Inbox(String provider, Optional<ServiceId> service) {}

  /// What a provider tells; all of it is tried, and the first failure is answered. It is told at
  /// one moment, so that a stop and its text are; only a text behind others of its sender is told a
  /// microsecond later for each of them.
  public Future<Void> told(Inbox inbox, List<Told> all) {
    Instant now = clock.instant();
    Map<Address, Integer> before = new HashMap<>();
    Future<Optional<Throwable>> first = Future.succeededFuture(Optional.empty());
    for (Told each : urgentFirst(all)) {
      Instant at =
          each instanceof Told.Text text
              ? now.plus(before.merge(text.from(), 1, Integer::sum) - 1, ChronoUnit.MICROS)
              : now;
      first = first.compose(failure -> tried(inbox, each, at).map(why -> failure.or(() -> why)));
    }
    return first.compose(
        failure -> failure.isPresent() ? Future.failedFuture(failure.get()) : NOTHING);
  }

  /// Why it could not be kept, if so.
  private Future<Optional<Throwable>> tried(Inbox inbox, Told told, Instant now) {
    return Future.succeededFuture()
        .compose(begun -> told(inbox, told, now))
        .map(kept -> Optional.<Throwable>empty())
        .otherwise(Optional::of);
  }

  private static List<Told> urgentFirst(List<Told> all) {
    List<Told> sorted = new ArrayList<>(all);
    sorted.sort((one, other) -> Boolean.compare(waits(one), waits(other)));
    return sorted;
  }

  /// Whether it may wait for what stops and reports.
  private static boolean waits(Told told) {
    return switch (told) {
      case Told.Report report -> false;
      case Told.OptedOut out -> false;
      case Told.NumberChanged changed -> false;
      case Told.OptedIn in -> true;
      case Told.Text text -> true;
    };
  }

  private Future<Void> told(Inbox inbox, Told told, Instant now) {
    return switch (told) {
      case Told.Text text -> text(inbox, text, now);
      case Told.Report report -> report(report, now).mapEmpty();
      case Told.OptedOut out -> optedOut(inbox, out, now);
      case Told.OptedIn in -> optedIn(in, now);
      case Told.NumberChanged changed ->
          tags.contacts(changed.who()).compose(contacts -> changed(contacts, now));
    };
  }

  /// Of whatever audience whoever was contacted is.
  private Future<Void> changed(List<byte[]> contacts, Instant now) {
    Future<Void> all = NOTHING;
    for (byte[] contact : contacts) {
      all = all.compose(done -> store.changed(contact, now));
    }
    return all;
  }

  private Future<Boolean> stop(
      Inbox inbox, byte[] number, OptOuts.Source source, OptOuts.When when) {
    return optOuts
        .stop(number, source, when)
        .onSuccess(
            fresh -> {
              if (fresh) {
                inbox.service().ifPresent(service -> counts.accept(service, Counted.STOPPED));
              }
            });
  }

  private static Instant earlier(Optional<Instant> at, Instant now) {
    return at.filter(now::isAfter).orElse(now);
  }

  private Future<Boolean> report(Told.Report report, Instant now) {
    return switch (report.which()) {
      case Told.ByKey key -> store.report(key.key(), report.delivery(), now);
      case Told.ById id -> store.report(tags.told(id.id()), report.delivery(), now);
    };
  }

  /// As of when they asked, where anybody says when.
  private Future<Void> optedOut(Inbox inbox, Told.OptedOut out, Instant now) {
    OptOuts.When asked =
        out.at().isPresent() ? OptOuts.When.at(earlier(out.at(), now)) : OptOuts.When.before(now);
    return tags.stop(out.who())
        .compose(
            number ->
                out.id().isPresent()
                    ? once(
                        "opted out\n" + out.id().get(),
                        now,
                        at ->
                            stop(
                                inbox,
                                number,
                                OptOuts.Source.PROVIDER,
                                OptOuts.When.at(earlier(out.at(), at))))
                    : stop(inbox, number, OptOuts.Source.PROVIDER, asked).mapEmpty());
  }

  private Future<Void> optedIn(Told.OptedIn in, Instant now) {
    return once(
        "opted in\n" + in.id(),
        now,
        at -> tags.stop(in.who()).compose(number -> optOuts.resume(number, earlier(in.at(), at))));
  }

  /// Does it as of when it was told first, until it has succeeded.
  private Future<Void> once(String id, Instant now, Function<Instant, Future<Boolean>> does) {
    byte[] told = tags.told(id);
    return store
        .told(told, Optional.empty(), now)
        .compose(
            before ->
                before.kept()
                    ? NOTHING
                    : does.apply(before.at()).compose(done -> store.keep(told, now)).mapEmpty());
  }

  /// A stop is obeyed before anything else, whether or not the rest succeeds.
  private Future<Void> text(Inbox inbox, Told.Text text, Instant now) {
    StopWords.Meaning word = StopWords.read(text.text());
    boolean stops = word == StopWords.Meaning.STOP;
    var fresh = new CorrespondenceStore.Before(now, false);
    if (inbox.service().isEmpty()) {
      return (stops ? obeyed(inbox, text, fresh, now) : NOTHING)
          .compose(obeyed -> Future.failedFuture(new NoService()));
    }
    ServiceId service = inbox.service().get();
    byte[] told = name(service, text);
    Future<CorrespondenceStore.Before> before = store.told(told, text.again(), now);
    Future<Void> first =
        stops ? before.otherwise(fresh).compose(known -> obeyed(inbox, text, known, now)) : NOTHING;
    return first
        .compose(obeyed -> before)
        .compose(
            known ->
                known.kept()
                    ? NOTHING
                    : filed(new Inward(inbox.provider(), service, text, word), told, known.at()));
  }

  /// A stop that is told again comes behind no word that they wrote after it, and one that was kept
  /// by its name takes back no undo. Without a name it may be another one of the same words: it is
  /// obeyed as of now where none stands any more.
  private Future<Void> obeyed(
      Inbox inbox, Told.Text text, CorrespondenceStore.Before before, Instant now) {
    if (before.kept() && text.again().isEmpty()) {
      return NOTHING;
    }
    Instant anew = before.kept() ? now : before.at();
    return tags.stop(text.from())
        .compose(
            number -> stop(inbox, number, OptOuts.Source.WORD, new OptOuts.When(before.at(), anew)))
        .mapEmpty();
  }

  private byte[] name(ServiceId service, Told.Text text) {
    return tags.told(service.slug() + " " + text.id());
  }

  /// A text that somebody sent, on its way to a thread.
  private record Inward(
      String provider, ServiceId service, Told.Text text, StopWords.Meaning word) {

    @Override
    public String toString() {
      return "Inward[…]";
    }
  }

  /// @param at when it was told first: an undo takes back nothing younger, and no stop is younger
  ///     than its own word
  private Future<Void> filed(Inward inward, byte[] told, Instant at) {
    return tags.of(inward.text().from(), inward.service())
        .compose(
            number ->
                store
                    .thread(inward.service(), number, Optional.empty(), at)
                    .compose(
                        place ->
                            file(inward, number, told, place, at)
                                .compose(
                                    filed ->
                                        filed.fresh()
                                            ? noted(inward, number, place, filed, at)
                                            : NOTHING)));
  }

  private Future<Void> noted(
      Inward inward,
      Tagged number,
      CorrespondenceStore.Place place,
      CorrespondenceStore.Filed filed,
      Instant at) {
    if (filed.says(inward.word()) && wroteBack(place)) {
      counts.accept(inward.service(), Counted.WROTE_BACK);
    }
    return filed.undone() ? optOuts.undone(number.stop(), at) : NOTHING;
  }

  /// Their first word since we began.
  private static boolean wroteBack(CorrespondenceStore.Place place) {
    return place.begun().isPresent()
        && place.word().filter(place.begun().get()::isBefore).isEmpty();
  }

  private Future<CorrespondenceStore.Filed> file(
      Inward inward, Tagged number, byte[] told, CorrespondenceStore.Place place, Instant at) {
    String said =
        "{\"from\":"
            + Quoted.of(inward.text().from().written())
            + ",\"text\":"
            + Quoted.of(printable(inward.text().text()))
            + "}";
    return seal.seal(inward.service(), Releasing.place(inward.service(), place.id()), said)
        .compose(
            file ->
                file.isEmpty()
                    ? Future.failedFuture(new NobodyReads())
                    : replies
                        .to(heard(inward, number, place), inward.word(), clock.instant())
                        .compose(
                            replies ->
                                store.file(
                                    new CorrespondenceStore.Inward(
                                        TextId.fresh(),
                                        told,
                                        inward.provider(),
                                        place.id(),
                                        number,
                                        file.get(),
                                        inward.word(),
                                        at),
                                    replies)));
  }

  private static Replies.Heard heard(
      Inward inward, Tagged number, CorrespondenceStore.Place place) {
    return new Replies.Heard(
        inward.service(), inward.text().from(), inward.text().text(), number, place);
  }

  /// No device of the service has a key; the provider is to tell it again.
  public static final class NobodyReads extends RuntimeException {
    private static final long serialVersionUID = 1;

    NobodyReads() {
      super("no device of the service has a key", null, false, false);
    }
  }

  /// Nobody said which service a text is for; whether it says stop was obeyed.
  public static final class NoService extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoService() {
      super("nobody says which service it is for", null, false, false);
    }
  }

  private static String printable(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c == '\n' || !Character.isISOControl(c))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
