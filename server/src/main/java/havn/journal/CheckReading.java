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

  Future<Checkpoint> come(Instant now) {
    return known()
        .compose(
            known ->
                cut(known)
                    .compose(
                        beginning ->
                            end(known)
                                .compose(
                                    end ->
                                        read(known.round(), end.stands().lines())
                                            .map(
                                                round ->
                                                    made(now, known, beginning, end, round)))));
  }

  private Future<Known> known() {
    return journal
        .cut()
        .compose(
            cut ->
                journal
                    .checkpoint()
                    .compose(
                        newest -> journal.whole().map(whole -> new Known(cut, newest, whole))));
  }

  /// The first line that stands, when no line says that those before it were cut.
  private Future<OptionalLong> cut(Known known) {
    if (known.cut().isEmpty()) {
      return Future.succeededFuture(OptionalLong.empty());
    }
    Cut cut = known.cut().get();
    return line(cut.said())
        .map(
            said ->
                said.filter(cut.upTo()::isCutBy).isPresent()
                    ? OptionalLong.empty()
                    : OptionalLong.of(cut.upTo().lines() + 1));
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
