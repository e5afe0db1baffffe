package havn.outreach;

import havn.kernel.id.StaffId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many numbers each person asks about in a day, in this process: enough for two full imports,
/// too few to ask for every number of a country. Remembers at most 1,000 people; the one heard of
/// longest ago is forgotten first.
final class Asking {

  /// Numbers of one person and day.
  static final int A_DAY = 10_000;

  private static final int MOST_PEOPLE = 1_000;

  /// @param numbers asked about since the day began
  private record Asked(LocalDate day, int numbers) {}

  private final Map<StaffId, Asked> asked = new LinkedHashMap<>();

  /// Whether so many more are within the bound; counts them if they are.
  synchronized boolean takes(StaffId who, int numbers, LocalDate day) {
    Asked before = asked.remove(who);
    int already = before == null || !before.day().equals(day) ? 0 : before.numbers();
    boolean within = already + numbers <= A_DAY;
    asked.put(who, new Asked(day, within ? already + numbers : already));
    if (asked.size() > MOST_PEOPLE) {
      asked.remove(asked.keySet().iterator().next());
    }
    return within;
  }
}
