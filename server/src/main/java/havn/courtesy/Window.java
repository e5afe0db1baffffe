package havn.courtesy;

import java.time.LocalTime;
import java.util.Optional;

/// When a contact may be written to, each day, in minutes of the local day: from `from` up to, not
/// including, `to`. A window whose end is the earlier one runs over midnight (1320–120 is
/// 22:00–02:00). Prints as `Window[…]`.
///
/// @param from 0–1439
/// @param to 1–1440, another minute than `from`
public record Window(int from, int to) {

  private static final int DAY = 24 * 60;

  /// 00:00–24:00.
  public static final Window ANY = new Window(0, DAY);

  public Window {
    if (!legal(from, to)) {
      throw new IllegalArgumentException("from is 0–1439, to is 1–1440, and they differ");
    }
  }

  public static Optional<Window> of(int from, int to) {
    return legal(from, to) ? Optional.of(new Window(from, to)) : Optional.empty();
  }

  boolean permits(LocalTime time) {
    int minute = time.getHour() * 60 + time.getMinute();
    return from < to ? minute >= from && minute < to : minute >= from || minute < to;
  }

  /// The time of day at which it begins.
  LocalTime begin() {
    return LocalTime.of(from / 60, from % 60);
  }

  private static boolean legal(int from, int to) {
    return from >= 0 && from < DAY && to > 0 && to <= DAY && from != to;
  }

  @Override
  public String toString() {
    return "Window[…]";
  }
}
