package havn.correspondence;

import havn.channel.Address;
import havn.channel.Tagged;
import havn.courtesy.FirstText;
import havn.courtesy.Language;
import havn.courtesy.Occasion;
import havn.courtesy.StopWords;
import havn.kernel.id.ServiceId;
import havn.kernel.id.TextId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

/// What a service answers by itself, before anybody has read. It is no loss when it does not go
/// out.
public final class Replies {

  /// How long nobody is answered by ourselves again.
  static final Duration BETWEEN_AUTOMATIC = Duration.ofDays(30);

  private final Releasing releasing;
  private final BiFunction<ServiceId, Language, Optional<FirstText.Sender>> senders;
  private final InstantSource clock;

  /// @param senders who a service is in a text; empty, and nothing goes out by itself
  public Replies(
      Releasing releasing,
      BiFunction<ServiceId, Language, Optional<FirstText.Sender>> senders,
      InstantSource clock) {
    this.releasing = releasing;
    this.senders = senders;
    this.clock = clock;
  }

  /// What was just kept.
  ///
  /// @param place the thread as it was before
  /// @param changed whether the word did anything
  record Heard(
      ServiceId service,
      Address from,
      Tagged number,
      CorrespondenceStore.Place place,
      StopWords.Meaning word,
      boolean changed) {

    @Override
    public String toString() {
      return "Heard[" + word + "]";
    }
  }

  Future<Void> to(Heard heard) {
    Optional<Reply> reply = reply(heard);
    Language language = heard.place().language().flatMap(Language::parse).orElse(Language.NB);
    Optional<FirstText.Sender> sender = senders.apply(heard.service(), language);
    if (reply.isEmpty() || sender.isEmpty()) {
      return Future.succeededFuture();
    }
    return releasing
        .queue(
            new Releasing.Text(
                TextId.fresh(),
                heard.service(),
                heard.place().id(),
                heard.number(),
                heard.from(),
                reply.get().occasion,
                Optional.empty(),
                FirstText.of(reply.get().words, language, sender.get())))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  private Optional<Reply> reply(Heard heard) {
    return switch (heard.word()) {
      case STOP -> heard.changed() ? Optional.of(Reply.STOPPED) : Optional.empty();
      case UNDO -> heard.changed() ? Optional.of(Reply.UNDONE) : Optional.empty();
      case NEITHER ->
          heard
                  .place()
                  .automatic()
                  .filter(at -> clock.instant().isBefore(at.plus(BETWEEN_AUTOMATIC)))
                  .isPresent()
              ? Optional.empty()
              : Optional.of(Reply.FIRST);
    };
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
