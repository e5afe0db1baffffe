package havn.journal;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// One look at the journal. The end is read on from where the journal was last whole, so that lines
/// which were cut off there, or written anew, show at once. The round goes through all lines in
/// parts, so that one that is changed long after it was written shows too, and stays there.
///
/// @param mostLines that are read at the end, and as many of the round
record CheckReading(Journal journal, int mostLines) {

  private static final int MOST_TRIES = 3;

  /// What is known before the look.
  private record Known(Optional<Cut> cut, Optional<Checkpoint> newest, Optional<Checkpoint> whole) {

    /// From where on lines stand.
    Standing beginning() {
      return cut.map(Cut::upTo).orElse(Standing.BEGINNING);
    }

    Standing stood() {
      return whole.map(Checkpoint::stands).filter(this::stillThere).orElse(beginning());
    }

    Standing round() {
      return newest.map(Checkpoint::round).filter(this::stillThere).orElse(beginning());
    }

    private boolean stillThere(Standing one) {
      return one.lines() > beginning().lines();
    }
  }

  /// Lines that were read.
  ///
  /// @param last whether the newest line of the journal is one of them
  private record Part(Standing stands, OptionalLong flawed, boolean last) {}

  /// Fails when lines were cut during each of three looks.
  Future<Checkpoint> come(Instant now) {
    return come(now, MOST_TRIES);
  }

  /// Another process may have cut lines that this one was to read: then what looks like a flaw is
  /// none, and it looks anew.
  private Future<Checkpoint> come(Instant now, int tries) {
    return known(now)
        .compose(
            known ->
                come(now, known)
                    .compose(
                        made ->
                            made.flawed().isEmpty()
                                ? Future.succeededFuture(made)
                                : journal.cut().compose(cut -> again(cut, known, made, tries))));
  }

  private Future<Checkpoint> again(Optional<Cut> cut, Known known, Checkpoint made, int tries) {
    if (cut.equals(known.cut())) {
      return Future.succeededFuture(made);
    }
    return tries > 1 ? come(made.at(), tries - 1) : Future.failedFuture("the journal is being cut");
  }

  private Future<Checkpoint> come(Instant now, Known known) {
    return cut(known)
        .compose(
            beginning ->
                end(known)
                    .compose(
                        end ->
                            read(known.round(), end.stands().lines())
                                .map(round -> made(now, known, beginning, end, round))));
  }

  private Future<Known> known(Instant now) {
    return journal
        .cut()
        .compose(
            cut ->
                journal
                    .checkpoint(now)
                    .compose(
                        newest -> journal.whole().map(whole -> new Known(cut, newest, whole))));
  }

  /// The first line that stands, when no line says that those before it were cut, or they were not
  /// old enough.
  private Future<OptionalLong> cut(Known known) {
    if (known.cut().isEmpty()) {
      return Future.succeededFuture(OptionalLong.empty());
    }
    Cut cut = known.cut().get();
    return line(cut.said())
        .compose(
            said ->
                said.filter(cut.upTo()::isCutBy)
                    .flatMap(JournalLine::at)
                    .map(at -> journal.isTooEarly(cut, at))
                    .orElse(Future.succeededFuture(true)))
        .map(wrong -> wrong ? OptionalLong.of(cut.upTo().lines() + 1) : OptionalLong.empty());
  }

  private Future<Part> end(Known known) {
    Standing stood = known.stood();
    if (stood.equals(known.beginning())) {
      return read(stood, Long.MAX_VALUE);
    }
    return line(stood.lines())
        .compose(
            last ->
                last.filter(line -> line.hash().equals(stood.head())).isPresent()
                    ? read(stood, Long.MAX_VALUE)
                    : Future.succeededFuture(
                        new Part(stood, OptionalLong.of(stood.lines()), false)));
  }

  private Future<Optional<JournalLine>> line(long number) {
    return journal
        .read(number)
        .map(lines -> lines.stream().findFirst().filter(line -> line.number() == number));
  }

  private Future<Part> read(Standing from, long upTo) {
    return read(new Ledger(from), from.lines() + Math.min(mostLines, upTo - from.lines()));
  }

  /// 1,000 lines at a time.
  private Future<Part> read(Ledger ledger, long upTo) {
    if (ledger.lines() >= upTo) {
      return Future.succeededFuture(new Part(ledger.standing(), OptionalLong.empty(), false));
    }
    return journal
        .read(ledger.lines() + 1)
        .compose(
            lines -> {
              OptionalLong flawed = flawed(ledger, lines, upTo);
              boolean all = lines.isEmpty() || lines.getLast().number() == ledger.lines();
              return flawed.isEmpty() && lines.size() == Journal.MOST_READ
                  ? read(ledger, upTo)
                  : Future.succeededFuture(new Part(ledger.standing(), flawed, all));
            });
  }

  private static OptionalLong flawed(Ledger ledger, List<JournalLine> lines, long upTo) {
    for (JournalLine line : lines) {
      if (ledger.lines() < upTo && ledger.next(line.printed()).isPresent()) {
        return OptionalLong.of(ledger.lines() + 1);
      }
    }
    return OptionalLong.empty();
  }

  private static Checkpoint made(
      Instant now, Known known, OptionalLong beginning, Part end, Part round) {
    OptionalLong flawed =
        Stream.of(beginning, end.flawed(), round.flawed())
            .flatMapToLong(OptionalLong::stream)
            .min();
    boolean through = end.last() && round.stands().lines() >= end.stands().lines();
    Optional<Instant> before = known.newest().flatMap(Checkpoint::wholeAt);
    return new Checkpoint(
        now,
        end.stands(),
        flawed,
        through ? Standing.BEGINNING : round.stands(),
        through && flawed.isEmpty() ? Optional.of(now) : before);
  }
}
