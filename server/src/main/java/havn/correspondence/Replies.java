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
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

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

  /// What may go out with what was heard, at most 2 texts of which one goes; none when nothing
  /// does. Whether an undo takes something back is known only once it is filed. The future never
  /// fails.
  Future<List<CorrespondenceStore.Reply>> to(Heard heard, StopWords.Meaning word, Instant now) {
    Language language = heard.language();
    Optional<FirstText.Sender> sender = senders.apply(heard.service(), language);
    boolean reached = MemoryKey.address(heard.from().written()).isPresent();
    if (sender.isEmpty() || !reached) {
      return Future.succeededFuture(List.of());
    }
    Future<List<CorrespondenceStore.Reply>> all = Future.succeededFuture(List.of());
    for (Reply reply : replies(heard.place(), word, now)) {
      all =
          all.compose(
              before ->
                  sealed(heard, reply, language, sender.get())
                      .map(one -> Stream.concat(before.stream(), one.stream()).toList()));
    }
    return all;
  }

  private Future<Optional<CorrespondenceStore.Reply>> sealed(
      Heard heard, Reply reply, Language language, FirstText.Sender sender) {
    return releasing
        .reply(
            new Releasing.Text(
                TextId.fresh(),
                heard.service(),
                heard.place().id(),
                heard.number(),
                heard.from(),
                reply.occasion,
                Optional.empty(),
                FirstText.of(reply.words, language, sender),
                0))
        .onFailure(failed::accept)
        .otherwise(Optional.empty());
  }

  private static List<Reply> replies(
      CorrespondenceStore.Place place, StopWords.Meaning word, Instant now) {
    boolean said =
        place
            .automatic()
            .filter(at -> now.isBefore(at.plus(CorrespondenceStore.BETWEEN_AUTOMATIC)))
            .isPresent();
    return switch (word) {
      case STOP -> List.of(Reply.STOPPED);
      case UNDO -> said ? List.of(Reply.UNDONE) : List.of(Reply.UNDONE, Reply.FIRST);
      case NEITHER -> said ? List.of() : List.of(Reply.FIRST);
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
