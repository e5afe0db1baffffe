package havn.outreach;

import havn.kernel.id.StaffId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// How much each person asks for in a day, in this process. Remembers at most 1,000 people; the one
/// heard of longest ago is forgotten first.
final class Asking {

  /// Numbers that one person asks about: enough for two full imports, too few to ask for every
  /// number of a country.
  static final int NUMBERS = 10_000;

  /// Sealed cards that one person is handed to seal anew: all of four full services.
  static final int CARDS = 20_000;

  private static final int MOST_PEOPLE = 1_000;

  /// @param many asked for since the day began
  private record Asked(LocalDate day, int many) {}

  private final Map<StaffId, Asked> asked = new LinkedHashMap<>();
  private final int most;

  /// @param most of one person and day
  Asking(int most) {
    this.most = most;
  }

  /// Whether so many more are within the bound; counts them if they are.
  synchronized boolean takes(StaffId who, int many, LocalDate day) {
    Asked before = asked.remove(who);
    int already = before == null || !before.day().equals(day) ? 0 : before.many();
    boolean within = already + many <= most;
    asked.put(who, new Asked(day, within ? already + many : already));
    if (asked.size() > MOST_PEOPLE) {
      asked.remove(asked.keySet().iterator().next());
    }
    return within;
  }
}
