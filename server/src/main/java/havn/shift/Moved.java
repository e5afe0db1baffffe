package havn.shift;

import havn.hours.Times;
import java.time.LocalDate;

/// Where a single date of a plan went.
///
/// @param day at most 14 days away from its own date
public record Moved(LocalDate day, Times times) {

  public static final int FURTHEST_DAYS = 14;
}
