package havn.figures;

import havn.kernel.id.ServiceId;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// What is shown of a service's month, in [Fives]. The waits are parts of `chats`, so that they are
/// hidden together when one of them is: otherwise it could be computed from the others. No other
/// cell is a sum of shown ones.
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
    ToLongFunction<Counted> count = what -> month.counts().getOrDefault(what, 0L);
    Function<Counted, OptionalLong> number = what -> Fives.shown(count.applyAsLong(what), running);
    long[] waits =
        Stream.of(Counted.UNDER_5, Counted.FROM_5_TO_15, Counted.OVER_15)
            .mapToLong(what -> Fives.rounded(count.applyAsLong(what), running))
            .toArray();
    long chats =
        month.counts().entrySet().stream()
            .filter(each -> isChat(each.getKey()))
            .mapToLong(each -> each.getValue())
            .sum();
    boolean told = Arrays.stream(waits).allMatch(wait -> wait >= Fives.LEAST);
    return new MonthFigures(
        month.service(),
        month.month(),
        running,
        Fives.shown(chats, running),
        told ? Optional.of(new Waits(waits[0], waits[1], waits[2])) : Optional.empty(),
        number.apply(Counted.UNANSWERED),
        number.apply(Counted.LETTERS),
        new Outreach(
            number.apply(Counted.TEXTS_BEGUN),
            number.apply(Counted.TEXTS_ANSWERED),
            number.apply(Counted.CALLS),
            number.apply(Counted.WROTE_BACK),
            number.apply(Counted.STOPPED)));
  }

  private static boolean isChat(Counted what) {
    return switch (what) {
      case UNDER_5, FROM_5_TO_15, OVER_15 -> true;
      case UNANSWERED, LETTERS, TEXTS_BEGUN, TEXTS_ANSWERED, CALLS, WROTE_BACK, STOPPED -> false;
    };
  }
}
