package havn.hours;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Norway's public holidays by law: 1 January, Maundy Thursday, Good Friday, Easter Sunday and
/// Monday, 1 and 17 May, Ascension Day, Whit Sunday and Monday, 25 and 26 December. Half days such
/// as Christmas Eve are none; a service writes them as dated exceptions.
///
/// The first question reads the library's calendar, which takes about 0.4 s.
public final class PublicHolidays {

  /// Years that are remembered; others are computed each time.
  private static final int MOST_YEARS = 64;

  private static final HolidayManager NORWAY =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NORWAY));

  private static final Map<Integer, Set<LocalDate>> YEARS = new ConcurrentHashMap<>();

  private PublicHolidays() {}

  public static boolean on(LocalDate date) {
    return of(date.getYear()).contains(date);
  }

  private static Set<LocalDate> of(int year) {
    Set<LocalDate> known = YEARS.get(year);
    if (known != null) {
      return known;
    }
    Set<LocalDate> computed =
        NORWAY.getHolidays(Year.of(year)).stream()
            .map(Holiday::getDate)
            .collect(Collectors.toUnmodifiableSet());
    if (YEARS.size() < MOST_YEARS) {
      YEARS.put(year, computed);
    }
    return computed;
  }
}
