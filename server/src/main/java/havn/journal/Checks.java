package havn.journal;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/// Looks at the journal once an hour, notes where it stands, and then has its lines of more than
/// twelve months cut. A look reads on from the last line that was found whole, and it reads 20,000
/// lines more of a round through all of them; so a journal of n lines is read anew every n / 20,000
/// hours. One for each process; two looks never run at once.
public final class Checks {

  static final Duration EVERY = Duration.ofHours(1);

  /// Lines that one look reads at most, at the end and in the round.
  static final int MOST_LINES = 20_000;

  private final Journal journal;
  private final int mostLines;
  private final AtomicBoolean running = new AtomicBoolean();

  public Checks(Journal journal) {
    this(journal, MOST_LINES);
  }

  Checks(Journal journal, int mostLines) {
    this.journal = journal;
    this.mostLines = mostLines;
  }

  /// Looks when there is no checkpoint of the last hour, or of the next by a clock that is a little
  /// ahead, and no look runs.
  public Future<Void> look(Instant now) {
    if (!running.compareAndSet(false, true)) {
      return Future.succeededFuture();
    }
    return journal
        .checkpoint(now)
        .compose(
            newest ->
                newest.filter(one -> now.isBefore(one.at().plus(EVERY))).isPresent()
                    ? Future.<Void>succeededFuture()
                    : make(now))
        .onComplete(done -> running.set(false));
  }

  private Future<Void> make(Instant now) {
    return new CheckReading(journal, mostLines)
        .come(now)
        .compose(
            made ->
                journal
                    .keep(made)
                    .compose(
                        kept ->
                            made.flawed().isPresent()
                                ? Future.<Void>succeededFuture()
                                : journal.cutOld(made.stands().lines(), now)));
  }
}
