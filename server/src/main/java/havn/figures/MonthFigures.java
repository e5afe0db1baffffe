package havn.figures;

import havn.kernel.id.ServiceId;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/// What is shown of a service's month. A number below five is hidden, also none. The waits are
/// parts of `chats`, so that they are hidden together when one of them is: otherwise it could be
/// computed from the others. No other cell is a sum of shown ones.
///
/// While the month runs, numbers are rounded down to fives: whoever looks every day does not learn
/// what one day was like.
///
/// @param chats that were taken
/// @param waits of the chats: under 5 minutes, 5–15, more; empty, hidden
/// @param unanswered who left the line, or were told that it closed, before anybody took the chat
/// @param outreach what was written to people who had not asked, and what came of it
public record MonthFigures(
    ServiceId service,
    YearMonth month,
    boolean running,
    OptionalLong chats,
    Optional<Waits> waits,
    OptionalLong unanswered,
    OptionalLong letters,
    Outreach outreach) {

  public static final int LEAST = 5;

  /// Chats by their wait in minutes.
  public record Waits(long under5, long from5to15, long over15) {}

  /// Each number by itself; none is a part of another.
  ///
  /// @param begun texts, reminders too
  /// @param wroteBack people
  /// @param stopped people who said so themselves
  public record Outreach(
      OptionalLong begun,
      OptionalLong answered,
      OptionalLong calls,
      OptionalLong wroteBack,
      OptionalLong stopped) {}

  public static MonthFigures of(FigureStore.Month month, boolean running) {
    ToLongFunction<Counted> number = what -> shown(month.counts().getOrDefault(what, 0L), running);
    long[] waits =
        LongStream.of(
                number.applyAsLong(Counted.UNDER_5),
                number.applyAsLong(Counted.FROM_5_TO_15),
                number.applyAsLong(Counted.OVER_15))
            .toArray();
    long chats =
        month.counts().entrySet().stream()
            .filter(count -> isChat(count.getKey()))
            .mapToLong(count -> count.getValue())
            .sum();
    boolean told = Arrays.stream(waits).allMatch(wait -> wait >= LEAST);
    return new MonthFigures(
        month.service(),
        month.month(),
        running,
        unlessSmall(shown(chats, running)),
        told ? Optional.of(new Waits(waits[0], waits[1], waits[2])) : Optional.empty(),
        unlessSmall(number.applyAsLong(Counted.UNANSWERED)),
        unlessSmall(number.applyAsLong(Counted.LETTERS)),
        new Outreach(
            unlessSmall(number.applyAsLong(Counted.TEXTS_BEGUN)),
            unlessSmall(number.applyAsLong(Counted.TEXTS_ANSWERED)),
            unlessSmall(number.applyAsLong(Counted.CALLS)),
            unlessSmall(number.applyAsLong(Counted.WROTE_BACK)),
            unlessSmall(number.applyAsLong(Counted.STOPPED))));
  }

  private static boolean isChat(Counted what) {
    return switch (what) {
      case UNDER_5, FROM_5_TO_15, OVER_15 -> true;
      case UNANSWERED, LETTERS, TEXTS_BEGUN, TEXTS_ANSWERED, CALLS, WROTE_BACK, STOPPED -> false;
    };
  }

  private static long shown(long number, boolean running) {
    return running ? number - number % LEAST : number;
  }

  private static OptionalLong unlessSmall(long number) {
    return number < LEAST ? OptionalLong.empty() : OptionalLong.of(number);
  }
}
