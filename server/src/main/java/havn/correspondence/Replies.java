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
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// What a service answers by itself, queued in the transaction that files what it answers: whoever
/// ends in between has done neither. Where it cannot be written that is counted, and what was heard
/// is kept without an answer.
public final class Replies {

  private final Releasing releasing;
  private final BiFunction<ServiceId, Language, Optional<FirstText.Sender>> senders;
  private final Consumer<Throwable> failed;

  /// @param senders who a service is in a text; empty, and nothing goes out by itself
  /// @param failed told of every failure
  public Replies(
      Releasing releasing,
      BiFunction<ServiceId, Language, Optional<FirstText.Sender>> senders,
      Consumer<Throwable> failed) {
    this.releasing = releasing;
    this.senders = senders;
    this.failed = failed;
  }

  /// What somebody wrote, and where it was filed.
  record Heard(
      ServiceId service,
      Address from,
      String text,
      Tagged number,
      CorrespondenceStore.Place place) {

    /// The thread's language; else that of the word or of its letters; else Norwegian.
    Language language() {
      return place
          .language()
          .flatMap(Language::parse)
          .or(() -> StopWords.language(text))
          .or(() -> Language.ofLetters(text))
          .orElse(Language.NB);
    }

    @Override
    public String toString() {
      return "Heard[…]";
    }
  }

  /// What goes out with what was heard, should it be answered; empty when nothing does. The future
  /// never fails.
  Future<Optional<CorrespondenceStore.Reply>> to(Heard heard, StopWords.Meaning word, Instant now) {
    Language language = heard.language();
    Optional<Reply> reply = reply(heard.place(), word, now);
    Optional<FirstText.Sender> sender = senders.apply(heard.service(), language);
    boolean reached = MemoryKey.address(heard.from().written()).isPresent();
    if (reply.isEmpty() || sender.isEmpty() || !reached) {
      return Future.succeededFuture(Optional.empty());
    }
    return releasing
        .reply(
            new Releasing.Text(
                TextId.fresh(),
                heard.service(),
                heard.place().id(),
                heard.number(),
                heard.from(),
                reply.get().occasion,
                Optional.empty(),
                FirstText.of(reply.get().words, language, sender.get()),
                0))
        .onFailure(failed::accept)
        .otherwise(Optional.empty());
  }

  private static Optional<Reply> reply(
      CorrespondenceStore.Place place, StopWords.Meaning word, Instant now) {
    return switch (word) {
      case STOP -> Optional.of(Reply.STOPPED);
      case UNDO -> Optional.of(Reply.UNDONE);
      case NEITHER ->
          place
                  .automatic()
                  .filter(at -> now.isBefore(at.plus(CorrespondenceStore.BETWEEN_AUTOMATIC)))
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
