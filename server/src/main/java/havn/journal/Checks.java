package havn.journal;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads the journal from its first line on, once an hour, and notes where it stands. Lines that
/// were cut off at the end, or written anew, show in that it never stands where it was whole
/// before.
public final class Checks {

  static final Duration EVERY = Duration.ofHours(1);

  private final Journal journal;

  public Checks(Journal journal) {
    this.journal = journal;
  }

  /// The newest checkpoint, made now when there is none of the last hour.
  public Future<Checkpoint> current(Instant now) {
    return journal
        .checkpoint()
        .compose(
            newest ->
                newest.filter(one -> now.isBefore(one.at().plus(EVERY))).isPresent()
                    ? Future.succeededFuture(newest.get())
                    : journal.whole().compose(whole -> make(whole, now)));
  }

  private Future<Checkpoint> make(Optional<Checkpoint> before, Instant now) {
    return read(new Reading(before), 1)
        .map(reading -> reading.came(now))
        .compose(made -> journal.keep(made).map(made));
  }

  /// 1,000 lines at a time.
  private Future<Reading> read(Reading reading, long from) {
    return journal
        .read(from)
        .compose(
            lines -> {
              boolean whole = reading.takes(lines);
              return whole && lines.size() == Journal.MOST_READ
                  ? read(reading, lines.getLast().number() + 1)
                  : Future.succeededFuture(reading);
            });
  }

  /// One reading, from the first line on.
  private static final class Reading {

    private final Ledger ledger = new Ledger();
    private final Optional<Checkpoint> before;
    private boolean passed;
    private OptionalLong flawed = OptionalLong.empty();

    Reading(Optional<Checkpoint> before) {
      this.before = before;
      pass();
    }

    /// Whether all of these lines are as they were written.
    boolean takes(List<JournalLine> lines) {
      for (JournalLine line : lines) {
        if (ledger.next(line.printed()).isPresent()) {
          flawed = OptionalLong.of(ledger.lines() + 1);
          return false;
        }
        pass();
      }
      return true;
    }

    private void pass() {
      passed |= before.filter(one -> one.standing().equals(ledger.standing())).isPresent();
    }

    /// A journal that never stood where it stood before is flawed after what is the same, at the
    /// latest in its last line of then.
    Checkpoint came(Instant now) {
      boolean whole = flawed.isPresent() || before.isEmpty() || passed;
      return new Checkpoint(
          now,
          ledger.lines(),
          ledger.head(),
          whole ? flawed : OptionalLong.of(Math.max(1, before.get().lines())));
    }
  }
}
