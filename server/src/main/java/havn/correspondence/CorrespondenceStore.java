package havn.correspondence;

import havn.channel.Tagged;
import havn.channel.Told;
import havn.courtesy.Occasion;
import havn.courtesy.StopWords;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import havn.kernel.id.ThreadId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where threads, messages and releases are kept.
public interface CorrespondenceStore {

  /// How long nobody is answered by ourselves again.
  Duration BETWEEN_AUTOMATIC = Duration.ofDays(30);

  /// A thread as sending needs it.
  ///
  /// @param language of the card or of what was sent
  /// @param word when they wrote last
  /// @param automatic when it was last answered by itself
  /// @param begun when the service last began contact, in the last 13 months
  record Place(
      ThreadId id,
      Optional<String> language,
      Optional<Instant> word,
      Optional<Instant> automatic,
      Optional<Instant> begun) {}

  /// The thread of a number with a service; made where there is none.
  Future<Place> thread(ServiceId service, Tagged tags, Optional<String> language, Instant now);

  /// What a phone sent, sealed.
  ///
  /// @param told a tag of what the provider calls it
  /// @param provider that told it
  /// @param word what it says about writing: an undo takes back what is not younger than it, and
  ///     what neither stops nor takes back waits for somebody's answer
  /// @param at when it was told first
  record Inward(
      TextId id,
      byte[] told,
      String provider,
      ThreadId thread,
      Tagged tags,
      byte[] file,
      StopWords.Meaning word,
      Instant at) {

    @Override
    public String toString() {
      return "Inward[" + id + "]";
    }
  }

  /// What is known of something that is told.
  ///
  /// @param at when it was told first
  /// @param kept whether it was kept then
  record Before(Instant at, boolean kept) {}

  /// Notes that it is told.
  ///
  /// @param again for how long what was kept is the same when it is told again; empty, always
  Future<Before> told(byte[] told, Optional<Duration> again, Instant now);

  /// Notes that it is kept, where there is nothing to file; false when it was kept before.
  Future<Boolean> keep(byte[] told, Instant now);

  /// What came of filing.
  ///
  /// @param fresh whether it was not kept before; else nothing changed
  /// @param undone whether it took an opt-out back
  record Filed(boolean fresh, boolean undone) {

    /// Whether a text with this word waits for somebody's answer: it is no stop, and took none
    /// back. Who was never stopped and writes *start* says something, as with any other text.
    public boolean says(StopWords.Meaning word) {
      return switch (word) {
        case STOP -> false;
        case UNDO -> !undone;
        case NEITHER -> true;
      };
    }
  }

  /// What goes out by itself with what is filed.
  record Reply(Outward text, Rule rule, Instant now) {

    /// The one for this occasion.
    public static Optional<Reply> of(List<Reply> replies, Occasion occasion) {
      return replies.stream().filter(one -> one.text().occasion() == occasion).findFirst();
    }

    @Override
    public String toString() {
      return "Reply[" + text.occasion() + "]";
    }
  }

  /// Keeps it, once; and queues in the same transaction the reply that its word asks for: a stop is
  /// confirmed unless it was and was not taken back since, so is an undo that took something back,
  /// and anything else is answered once in 30 days.
  ///
  /// @param replies with which it may be answered, one for each occasion, at most 2
  Future<Filed> file(Inward message, List<Reply> replies);

  /// Notes that a number went to somebody else.
  Future<Void> changed(byte[] contact, Instant at);

  /// A text that is to be sent.
  ///
  /// @param file for the thread, sealed to the devices of the service
  /// @param sealed number and text, under the key of this process
  /// @param by who released it; empty, it goes by itself
  /// @param seen of an answer: how many texts of theirs had come when it was written; one that came
  ///     since waits on
  /// @param errand of what we begin; empty where no card is
  record Outward(
      TextId id,
      ServiceId service,
      ThreadId thread,
      Tagged tags,
      Occasion occasion,
      Optional<StaffId> by,
      byte[] file,
      byte[] process,
      byte[] sealed,
      int seen,
      Optional<Errand> errand) {

    @Override
    public String toString() {
      return "Outward[" + id + ", " + occasion + "]";
    }
  }

  /// What came of queueing.
  sealed interface Queued {}

  /// It goes out then at the earliest.
  record At(Instant next) implements Queued {}

  /// It was queued before, or is said by itself and was said lately; nothing changed.
  record Known(Instant next) implements Queued {}

  record Not(Releasing.Why why) implements Queued {}

  /// When a text may go out first and when it is too late, or why not at all.
  sealed interface Decision {}

  record From(Instant next, Instant until) implements Decision {}

  record No(Releasing.Why why) implements Decision {}

  /// Decides by what is known of the number, and of all numbers of the person together.
  interface Rule {

    Decision decide(Standing number, Standing person);
  }

  /// Queues it, in one transaction with the look at what is known and with what its errand notes:
  /// two that are queued at once for numbers of one card are decided one after the other.
  Future<Queued> queue(Outward text, Rule rule, Instant now);

  /// What [#queue] would answer now; nothing is queued.
  Future<Queued> would(Outward text, Rule rule, Instant now);

  /// When a text that this person released goes out, or went; empty when nobody queued it.
  Future<Optional<Instant>> queued(TextId text, StaffId by);

  /// Moves the state of a text forward; what comes late or twice changes nothing. Answers whether
  /// something changed.
  Future<Boolean> report(TextId text, Told.Delivery delivery, Instant now);

  /// The same by a tag of what the provider calls it. One that nobody knows yet is kept for an
  /// hour, 10,000 at most, until its text is known to be handed over.
  Future<Boolean> report(byte[] provider, Told.Delivery delivery, Instant now);

  /// Says that this process lives for another minute.
  Future<Void> alive(byte[] process, Instant until);

  /// Removes what has had its time, and tells before that what a process left untold that ended
  /// while it noted a name; answers how many are gone.
  Future<Integer> forget(Instant now);
}
