package havn.correspondence;

import havn.channel.Address;
import havn.channel.PhoneTags;
import havn.channel.Tagged;
import havn.courtesy.Occasion;
import havn.journal.Act;
import havn.journal.Journal;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import havn.kernel.id.ThreadId;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What staff do with conversations on plain channels. Whether their role may is asked before.
public final class Threads {

  private final ThreadStore store;
  private final Standings standings;
  private final OptOuts optOuts;
  private final Releasing releasing;
  private final PhoneTags tags;
  private final Journal journal;
  private final InstantSource clock;

  public Threads(
      ThreadStore store,
      Standings standings,
      OptOuts optOuts,
      Releasing releasing,
      PhoneTags tags,
      Journal journal,
      InstantSource clock) {
    this.store = store;
    this.standings = standings;
    this.optOuts = optOuts;
    this.releasing = releasing;
    this.tags = tags;
    this.journal = journal;
    this.clock = clock;
  }

  /// A thread, and whether it may be answered.
  public record Listed(ThreadStore.Shown thread, Standing standing) {}

  /// The threads of a service.
  ///
  /// @param threads at most 200
  /// @param more whether there are others
  public record All(List<Listed> threads, boolean more) {

    public All {
      threads = List.copyOf(threads);
    }
  }

  /// Those of the last 30 days: who has waited longest first, then the newest.
  ///
  /// @param hears whoever asks and hears when somebody writes to them once more: they keep what
  ///     they hold
  public Future<All> all(ServiceId service, Optional<StaffId> hears) {
    Instant now = clock.instant();
    return hears
        .map(who -> store.renew(service, who, now))
        .orElseGet(Future::succeededFuture)
        .compose(renewed -> store.all(service, now))
        .compose(
            all -> {
              boolean more = all.size() > ThreadStore.MOST;
              return listed(service, more ? all.subList(0, ThreadStore.MOST) : all, now)
                  .map(listed -> new All(listed, more));
            });
  }

  private Future<List<Listed>> listed(ServiceId service, List<ThreadStore.Shown> all, Instant now) {
    return standings
        .of(service, all.stream().map(ThreadStore.Shown::known).toList(), now)
        .map(
            known -> {
              List<Listed> both = new ArrayList<>(all.size());
              for (int i = 0; i < all.size(); i++) {
                both.add(new Listed(all.get(i), known.get(i)));
              }
              return both;
            });
  }

  /// A thread with what was written.
  public record Opened(Listed thread, List<ThreadStore.Message> messages) {

    public Opened {
      messages = List.copyOf(messages);
    }
  }

  /// Empty when the service has no such thread. Written down in the journal first.
  public Future<Optional<Opened>> open(ServiceId service, ThreadId thread, StaffId who) {
    Instant now = clock.instant();
    return store
        .find(service, thread, now)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : journal
                        .write(new Act(who, Act.Deed.THREAD_OPEN, thread.bytes()), now)
                        .compose(written -> listed(service, List.of(found.get()), now))
                        .compose(
                            listed ->
                                store
                                    .messages(thread)
                                    .map(
                                        said -> Optional.of(new Opened(listed.getFirst(), said)))));
  }

  public Future<Boolean> act(ServiceId service, ThreadId thread, StaffId who, ThreadStore.Act act) {
    Instant now = clock.instant();
    return store
        .act(service, thread, who, act, now)
        .compose(
            done ->
                done && act instanceof ThreadStore.Delete
                    ? journal
                        .write(new Act(who, Act.Deed.THREAD_DELETE, thread.bytes()), now)
                        .map(true)
                    : Future.succeededFuture(done));
  }

  /// When an answer that this person released goes out; empty when it was never queued.
  public Future<Optional<Releasing.Queued>> queued(StaffId who, TextId id) {
    return releasing.queued(who, id);
  }

  /// What came of noting that nobody writes to them any more.
  public enum Never {
    DONE,
    /// The service has no such conversation.
    GONE,
    /// A text of theirs came that was not seen.
    UNREAD
  }

  /// Nobody writes to them any more, because they refused in words of their own. Nothing when a
  /// text of theirs came that was not seen: the stop would be younger, and would end its waiting.
  ///
  /// @param seen what was lost since waits on, as after [ThreadStore.Done]
  public Future<Never> never(
      ServiceId service, ThreadId thread, StaffId who, ThreadStore.Seen seen) {
    Instant now = clock.instant();
    return store
        .find(service, thread, now)
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.succeededFuture(Never.GONE);
              }
              if (found.get().words() > seen.words()) {
                return Future.succeededFuture(Never.UNREAD);
              }
              return journal
                  .write(new Act(who, Act.Deed.CONTACT_NEVER, thread.bytes()), now)
                  .compose(
                      written ->
                          optOuts.stop(found.get().known().stop(), OptOuts.Source.WORKER, now))
                  .compose(
                      stopped -> store.act(service, thread, who, new ThreadStore.Done(seen), now))
                  .map(done -> Never.DONE);
            });
  }

  /// What came of an answer.
  public sealed interface Answered {}

  public record Out(Releasing.Outcome outcome) implements Answered {}

  /// This person does not hold the thread.
  public record NotHeld() implements Answered {}

  /// It is not the number of the thread.
  public record OtherNumber() implements Answered {}

  /// An answer.
  ///
  /// @param to the number, as the thread's messages have it
  /// @param seen how many texts of theirs had come when it was written
  public record Answer(ThreadId thread, TextId id, String to, String text, int seen) {

    @Override
    public String toString() {
      return "Answer[" + id + ", " + text.length() + " chars]";
    }
  }

  /// Answers in a thread that one holds.
  public Future<Answered> answer(ServiceId service, StaffId who, Answer answer) {
    Optional<Address> to = MemoryKey.address(answer.to());
    if (to.isEmpty()) {
      return Future.succeededFuture(new OtherNumber());
    }
    return store
        .held(service, answer.thread(), who, clock.instant())
        .compose(
            held ->
                held.isEmpty()
                    ? Future.succeededFuture(new NotHeld())
                    : tags.of(to.get(), service)
                        .compose(
                            number ->
                                same(number, held.get())
                                    ? releasing
                                        .queue(text(service, who, answer, number, to.get()))
                                        .map(Out::new)
                                    : Future.succeededFuture(new OtherNumber())));
  }

  private static Releasing.Text text(
      ServiceId service, StaffId who, Answer answer, Tagged number, Address to) {
    return new Releasing.Text(
        answer.id(),
        service,
        answer.thread(),
        number,
        to,
        Occasion.ANSWER,
        Optional.of(who),
        answer.text(),
        answer.seen());
  }

  private static boolean same(Tagged one, Tagged other) {
    return Arrays.equals(one.thread(), other.thread());
  }
}
