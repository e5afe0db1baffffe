package havn.correspondence;

import havn.channel.Tagged;
import havn.kernel.id.ContactId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import havn.kernel.id.ThreadId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What staff see of threads, and do with them.
public interface ThreadStore {

  /// Most threads of a service that are shown.
  int MOST = 200;

  /// Most messages of a thread that are shown.
  int MOST_MESSAGES = 100;

  /// Who sees to it; nobody who left the staff.
  record Holder(StaffId id, String name) {
    @Override
    public String toString() {
      return "Holder[" + id + "]";
    }
  }

  /// A thread without its messages.
  ///
  /// @param at when something was written last
  /// @param waiting for an answer; empty, nobody waits
  /// @param words how many texts of theirs came that wait for an answer, ever
  /// @param card a card of the service with that number
  /// @param known by what it is known for the rules
  /// @param lost failed, perhaps or again, when that became of the newest text to them
  record Shown(
      ThreadId id,
      Instant at,
      Optional<Waiting> waiting,
      int words,
      Optional<ContactId> card,
      Optional<String> language,
      Optional<Holder> holder,
      Standings.Known known,
      Optional<String> lost) {

    public boolean waits() {
      return waiting.isPresent();
    }
  }

  /// That somebody waits for an answer: to a text of theirs, or because ours is known not to have
  /// arrived, or nobody knows.
  ///
  /// @param since the first text that was not answered; of an answer that was lost, their last word
  /// @param unanswered the answer that was lost
  record Waiting(Instant since, Optional<TextId> unanswered) {}

  /// How long somebody has a thread whose console has not been heard since. Asking for the list
  /// renews it.
  Duration HELD_WITHOUT_A_SIGN = Duration.ofMinutes(2);

  /// How long somebody has a thread who neither takes it again nor answers.
  Duration HELD_WITHOUT_AN_ANSWER = Duration.ofMinutes(30);

  /// What this person took or answered in the last 30 minutes is theirs for 2 minutes more, unless
  /// a colleague took it.
  Future<Void> renew(ServiceId service, StaffId who, Instant now);

  /// Those of the last 30 days: who waits and may be answered, the longest first, then who waits in
  /// vain since they said stop, then the newest. At most 201: one more than is shown says that
  /// there are more.
  Future<List<Shown>> all(ServiceId service, Instant now);

  Future<Optional<Shown>> find(ServiceId service, ThreadId thread, Instant now);

  /// That somebody wrote, and nobody answered or said that it is done.
  ///
  /// @param words how many texts of theirs came that wait for an answer, ever
  record Unanswered(ThreadId thread, int words) {}

  /// Those of the last 30 days with one of these numbers, at most one for each.
  Future<List<Unanswered>> unanswered(
      ServiceId service, List<Standings.Known> numbers, Instant now);

  /// One message, sealed.
  ///
  /// @param by who released it
  /// @param occasion empty of what came in
  /// @param due when what is queued goes out at the earliest
  record Message(
      TextId id,
      boolean inward,
      Instant at,
      Optional<String> by,
      Optional<String> occasion,
      String state,
      Optional<Instant> due,
      byte[] file) {

    @Override
    public String toString() {
      return "Message[" + id + ", " + state + "]";
    }
  }

  /// The newest 100, the oldest of them first.
  Future<List<Message>> messages(ThreadId thread);

  /// What staff do.
  sealed interface Act {}

  /// For 2 minutes, renewed by looking for 30 minutes, and by answering.
  record Take() implements Act {}

  record GiveBack() implements Act {}

  /// Nothing waits for an answer, but what came since and what was lost since.
  record Done(Seen seen) implements Act {}

  /// What somebody had seen of a thread who says that it is done, or deletes it.
  ///
  /// @param words how many texts of theirs had come
  /// @param unanswered the answer that was known not to have arrived
  record Seen(int words, Optional<TextId> unanswered) {}

  /// With all that was written; what waits to be sent is dropped. Not while a text is on its way,
  /// and not when a text came that was not seen.
  record Delete(Seen seen) implements Act {}

  /// False when there is no such thread, or it is not as the act needs it.
  Future<Boolean> act(ServiceId service, ThreadId thread, StaffId who, Act act, Instant now);

  /// The tags of a thread that this person took or answered in the last 30 minutes, or has still,
  /// and that nobody took since; empty otherwise.
  Future<Optional<Tagged>> held(ServiceId service, ThreadId thread, StaffId who, Instant now);
}
