package havn.shift;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;

/// On which dates a shift is repeated: the part of RFC 5545, section 3.3.10, that plans dates.
/// `FREQ` is `DAILY`, `WEEKLY` or `MONTHLY`; with it `INTERVAL`, `BYDAY`, `BYMONTHDAY` (monthly
/// only), and either `COUNT` or `UNTIL` (a date). Dates only: the time of day stays local time.
///
/// @param rule as RFC 5545 writes it, at most 120 characters; empty, on one date only
public record Recurrence(String rule) {

  public static final Recurrence ONCE = new Recurrence("");

  public static final int LONGEST = 120;

  private static final String DAY = "(MO|TU|WE|TH|FR|SA|SU)";
  private static final String DAYS = "BYDAY=" + DAY + "(," + DAY + "){0,6}";
  private static final String NTH = "(-?[1-5])?" + DAY;
  private static final String NTHS = "BYDAY=" + NTH + "(," + NTH + "){0,6}";
  private static final String DATE = "(-1|[1-9]|[12][0-9]|3[01])";
  private static final String DATES = "BYMONTHDAY=" + DATE + "(," + DATE + "){0,6}";
  private static final String END =
      "(COUNT=([1-9][0-9]{0,2})|UNTIL=20[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01]))";
  private static final String EVERY = "INTERVAL=([1-9]|[1-4][0-9]|5[0-2])";
  private static final Pattern SHAPE =
      Pattern.compile(
          "FREQ=(((DAILY|WEEKLY)((;%1$s)|(;%2$s)|(;%4$s))*)|(MONTHLY((;%1$s)|(;%2$s)|(;%3$s)|(;%5$s))*))"
              .formatted(EVERY, END, NTHS, DAYS, DATES));

  public Recurrence {
    if (!sound(rule)) {
      throw new IllegalArgumentException("this rule of recurrence is not one that is understood");
    }
  }

  /// Empty for a rule that is not understood.
  public static Optional<Recurrence> parse(String rule) {
    return sound(rule) ? Optional.of(new Recurrence(rule)) : Optional.empty();
  }

  private static boolean sound(String rule) {
    if (rule.isEmpty()) {
      return true;
    }
    if (rule.length() > LONGEST || !SHAPE.matcher(rule).matches() || repeats(rule)) {
      return false;
    }
    try {
      return recur(rule).getFrequency() != null;
    } catch (RuntimeException refused) {
      return false;
    }
  }

  /// Weeks begin on Monday (RFC 5545); unsaid, the library goes by the machine's own language.
  private static Recur<LocalDate> recur(String rule) {
    return new Recur<>(rule + ";WKST=MO");
  }

  /// Whether a part is named twice, or both ends are.
  private static boolean repeats(String rule) {
    List<String> parts =
        Pattern.compile(";")
            .splitAsStream(rule)
            .map(part -> part.substring(0, part.indexOf('=')))
            .map(name -> name.equals("COUNT") ? "UNTIL" : name)
            .toList();
    return parts.stream().distinct().count() < parts.size();
  }

  /// The last date when the rule itself has one within ten years.
  ///
  /// @param first the date that the rule starts at
  public Optional<LocalDate> last(LocalDate first) {
    if (rule.contains("COUNT=") || rule.contains("UNTIL=")) {
      List<LocalDate> all = dates(first, first, first.plusYears(10), Integer.MAX_VALUE);
      return all.isEmpty() ? Optional.of(first) : Optional.of(all.getLast());
    }
    return rule.isEmpty() ? Optional.of(first) : Optional.empty();
  }

  /// The dates from `from` to `to`, both included, in order, at most `most` of them.
  ///
  /// @param first the date that the rule starts at, and the first one of it
  List<LocalDate> dates(LocalDate first, LocalDate from, LocalDate to, int most) {
    if (rule.isEmpty()) {
      return first.isBefore(from) || first.isAfter(to) ? List.of() : List.of(first);
    }
    LocalDate begin = from.isBefore(first) ? first : from;
    return to.isBefore(begin)
        ? List.of()
        : recur(rule).getDates(first, begin, to.plusDays(1)).stream()
            .filter(date -> !date.isBefore(begin) && !date.isAfter(to))
            .sorted()
            .distinct()
            .limit(most)
            .toList();
  }
}
