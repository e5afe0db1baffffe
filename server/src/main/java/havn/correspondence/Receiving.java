package havn.correspondence;

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
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Takes what providers tell. A future that fails has kept nothing that could get lost: the
/// provider tells it again, and what was told twice changes nothing.
public final class Receiving {

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

  /// What a provider tells about a service, one after the other.
  public Future<Void> told(ServiceId service, List<Told> all) {
    Future<Void> done = Future.succeededFuture();
    for (Told each : all) {
      done = done.compose(before -> told(service, each));
    }
    return done;
  }

  private Future<Void> told(ServiceId service, Told told) {
    Instant now = clock.instant();
    return switch (told) {
      case Told.Text text -> text(service, text);
      case Told.Report report -> report(report, now).mapEmpty();
      case Told.OptedOut out ->
          tags.of(out.who(), service)
              .compose(number -> stop(service, number, OptOuts.Source.PROVIDER, now))
              .mapEmpty();
      case Told.OptedIn in ->
          tags.of(in.who(), service).compose(number -> optOuts.undo(number.stop())).mapEmpty();
      case Told.NumberChanged changed ->
          tags.of(changed.who(), service).compose(number -> store.changed(number.contact(), now));
    };
  }

  private Future<Boolean> report(Told.Report report, Instant now) {
    return switch (report.which()) {
      case Told.ByKey key -> store.report(key.key(), report.delivery(), now);
      case Told.ById id -> store.report(tags.told(id.id()), report.delivery(), now);
    };
  }

  private Future<Void> text(ServiceId service, Told.Text text) {
    byte[] told = tags.told(service.slug() + " " + text.id());
    return store
        .knows(told)
        .compose(
            known ->
                known
                    ? Future.succeededFuture()
                    : tags.of(text.from(), service)
                        .compose(number -> text(service, text, number, told)));
  }

  private Future<Void> text(ServiceId service, Told.Text text, Tagged number, byte[] told) {
    StopWords.Meaning word = StopWords.read(text.text());
    return obey(service, number, word)
        .compose(
            changed ->
                store
                    .thread(service, number, Optional.empty(), clock.instant())
                    .compose(
                        place ->
                            file(service, text, number, told, place)
                                .compose(
                                    fresh -> {
                                      if (!fresh) {
                                        return Future.succeededFuture();
                                      }
                                      if (wroteBack(place, word)) {
                                        counts.accept(service, Counted.WROTE_BACK);
                                      }
                                      return replies.to(
                                          new Replies.Heard(
                                              service, text.from(), number, place, word, changed));
                                    })));
  }

  /// Their first word since we began.
  private static boolean wroteBack(CorrespondenceStore.Place place, StopWords.Meaning word) {
    return word == StopWords.Meaning.NEITHER
        && place.begun().isPresent()
        && place.word().filter(place.begun().get()::isBefore).isEmpty();
  }

  /// Before anything else, whether or not the rest succeeds. Answers whether it changed something.
  private Future<Boolean> obey(ServiceId service, Tagged number, StopWords.Meaning word) {
    return switch (word) {
      case STOP -> stop(service, number, OptOuts.Source.WORD, clock.instant());
      case UNDO -> optOuts.undo(number.stop());
      case NEITHER -> Future.succeededFuture(false);
    };
  }

  private Future<Boolean> stop(
      ServiceId service, Tagged number, OptOuts.Source source, Instant now) {
    return optOuts
        .stop(number.stop(), source, now)
        .onSuccess(
            fresh -> {
              if (fresh) {
                counts.accept(service, Counted.STOPPED);
              }
            });
  }

  private Future<Boolean> file(
      ServiceId service,
      Told.Text text,
      Tagged number,
      byte[] told,
      CorrespondenceStore.Place place) {
    String said =
        "{\"from\":"
            + Quoted.of(text.from().written())
            + ",\"text\":"
            + Quoted.of(printable(text.text()))
            + "}";
    return seal.seal(service, Releasing.place(service, place.id()), said)
        .compose(
            file ->
                file.isEmpty()
                    ? Future.failedFuture(new NobodyReads())
                    : store.file(
                        new CorrespondenceStore.Inward(
                            TextId.fresh(),
                            told,
                            place.id(),
                            number,
                            file.get(),
                            StopWords.read(text.text()) == StopWords.Meaning.NEITHER,
                            clock.instant())));
  }

  /// No device of the service has a key; the provider is to tell it again.
  public static final class NobodyReads extends RuntimeException {
    private static final long serialVersionUID = 1;

    NobodyReads() {
      super("no device of the service has a key", null, false, false);
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
