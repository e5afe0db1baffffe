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

  public Future<List<Listed>> all(ServiceId service) {
    Instant now = clock.instant();
    return store.all(service, now).compose(all -> listed(service, all, now));
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
                done && act == ThreadStore.Act.DELETE
                    ? journal
                        .write(new Act(who, Act.Deed.THREAD_DELETE, thread.bytes()), now)
                        .map(true)
                    : Future.succeededFuture(done));
  }

  /// When an answer that this person released goes out; empty when it was never queued.
  public Future<Optional<Releasing.Queued>> queued(StaffId who, TextId id) {
    return releasing.queued(who, id);
  }

  /// Nobody writes to them any more, because they refused in words of their own.
  public Future<Boolean> never(ServiceId service, ThreadId thread, StaffId who) {
    Instant now = clock.instant();
    return store
        .find(service, thread, now)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(false)
                    : journal
                        .write(new Act(who, Act.Deed.CONTACT_NEVER, thread.bytes()), now)
                        .compose(
                            written ->
                                optOuts.stop(
                                    found.get().known().stop(), OptOuts.Source.WORKER, now))
                        .compose(
                            stopped -> store.act(service, thread, who, ThreadStore.Act.DONE, now))
                        .map(done -> true));
  }

  /// What came of an answer.
  public sealed interface Answered {}

  public record Out(Releasing.Outcome outcome) implements Answered {}

  /// This person does not hold the thread.
  public record NotHeld() implements Answered {}

  /// It is not the number of the thread.
  public record OtherNumber() implements Answered {}

  /// Answers in a thread that one holds.
  ///
  /// @param written the number, as the thread's messages have it
  public Future<Answered> answer(
      ServiceId service, ThreadId thread, StaffId who, TextId id, String written, String text) {
    Optional<Address> to = MemoryKey.address(written);
    if (to.isEmpty()) {
      return Future.succeededFuture(new OtherNumber());
    }
    return store
        .held(service, thread, who, clock.instant())
        .compose(
            held ->
                held.isEmpty()
                    ? Future.succeededFuture(new NotHeld())
                    : tags.of(to.get(), service)
                        .compose(
                            number ->
                                same(number, held.get())
                                    ? releasing
                                        .queue(
                                            answer(
                                                service, thread, number, who, id, to.get(), text))
                                        .map(Out::new)
                                    : Future.succeededFuture(new OtherNumber())));
  }

  private static Releasing.Text answer(
      ServiceId service,
      ThreadId thread,
      Tagged number,
      StaffId who,
      TextId id,
      Address to,
      String text) {
    return new Releasing.Text(
        id, service, thread, number, to, Occasion.ANSWER, Optional.of(who), text);
  }

  private static boolean same(Tagged one, Tagged other) {
    return Arrays.equals(one.thread(), other.thread());
  }
}
