package havn.courtesy;

/// What a service allows itself beside the rules that nobody may change.
///
/// @param sundays whether quiet hours may be left on Sundays as on weekdays
/// @param holidays the same on Norwegian public holidays; a holiday on a Sunday needs both
public record Manners(boolean sundays, boolean holidays) {

  /// Neither.
  public static final Manners DEFAULT = new Manners(false, false);
}
