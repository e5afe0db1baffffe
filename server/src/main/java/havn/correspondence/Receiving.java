package havn.correspondence;

import havn.channel.Address;
import havn.channel.PhoneTags;
import havn.channel.Tagged;
import havn.channel.Told;
import havn.courtesy.FirstText;
import havn.courtesy.Language;
import havn.courtesy.Occasion;
import havn.courtesy.StopWords;
import havn.kernel.id.ServiceId;
import havn.kernel.id.TextId;
import havn.kernel.text.Quoted;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Takes what providers tell. A future that fails has kept nothing that could get lost: the
/// provider tells it again, and what was told twice changes nothing.
public final class Receiving {

  /// How long nobody is answered by ourselves again.
  static final Duration BETWEEN_AUTOMATIC = Duration.ofDays(30);

  private final CorrespondenceStore store;
  private final OptOuts optOuts;
  private final Releasing releasing;
  private final TeamSeal seal;
  private final PhoneTags tags;
  private final BiFunction<ServiceId, Language, Optional<FirstText.Sender>> senders;
  private final InstantSource clock;

  /// @param senders who a service is in a text; empty, and nothing goes out by itself
  public Receiving(
      CorrespondenceStore store,
      OptOuts optOuts,
      Releasing releasing,
      TeamSeal seal,
      PhoneTags tags,
      BiFunction<ServiceId, Language, Optional<FirstText.Sender>> senders,
      InstantSource clock) {
    this.store = store;
    this.optOuts = optOuts;
    this.releasing = releasing;
    this.seal = seal;
    this.tags = tags;
    this.senders = senders;
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
              .compose(number -> optOuts.stop(number.stop(), OptOuts.Source.PROVIDER, now))
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
    return obey(number, word)
        .compose(
            changed ->
                store
                    .thread(service, number, Optional.empty(), clock.instant())
                    .compose(
                        place ->
                            file(service, text, number, told, place)
                                .compose(
                                    fresh ->
                                        fresh
                                            ? reply(
                                                service, text.from(), number, place, word, changed)
                                            : Future.succeededFuture())));
  }

  /// Before anything else, whether or not the rest succeeds. Answers whether it changed something.
  private Future<Boolean> obey(Tagged number, StopWords.Meaning word) {
    return switch (word) {
      case STOP -> optOuts.stop(number.stop(), OptOuts.Source.WORD, clock.instant());
      case UNDO -> optOuts.undo(number.stop());
      case NEITHER -> Future.succeededFuture(false);
    };
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

  /// What is answered by itself. It is no loss when it does not go out.
  private Future<Void> reply(
      ServiceId service,
      Address to,
      Tagged number,
      CorrespondenceStore.Place place,
      StopWords.Meaning word,
      boolean changed) {
    Optional<Reply> reply =
        switch (word) {
          case STOP -> changed ? Optional.of(Reply.STOPPED) : Optional.empty();
          case UNDO -> changed ? Optional.of(Reply.UNDONE) : Optional.empty();
          case NEITHER ->
              place
                      .automatic()
                      .filter(at -> clock.instant().isBefore(at.plus(BETWEEN_AUTOMATIC)))
                      .isPresent()
                  ? Optional.empty()
                  : Optional.of(Reply.FIRST);
        };
    Language language = place.language().flatMap(Language::parse).orElse(Language.NB);
    Optional<FirstText.Sender> sender = senders.apply(service, language);
    if (reply.isEmpty() || sender.isEmpty()) {
      return Future.succeededFuture();
    }
    return releasing
        .queue(
            new Releasing.Text(
                TextId.fresh(),
                service,
                place.id(),
                number,
                to,
                reply.get().occasion,
                Optional.empty(),
                FirstText.of(reply.get().words, language, sender.get())))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  /// What is said by itself, and when.
  private enum Reply {
    FIRST(Occasion.AUTOMATIC, FirstText.Reply.AUTOMATIC),
    STOPPED(Occasion.OPT_OUT, FirstText.Reply.OPT_OUT),
    UNDONE(Occasion.UNDO, FirstText.Reply.UNDO);

    private final Occasion occasion;
    private final FirstText.Reply words;

    Reply(Occasion occasion, FirstText.Reply words) {
      this.occasion = occasion;
      this.words = words;
    }
  }
}
