package havn.duty;

import havn.hours.OpeningHours;
import java.time.Instant;
import java.util.Optional;

/// A service's or a lane's hours with what staff have set on the desk. Pure.
///
/// @param stay how long somebody stays beyond the hours; empty when it does not follow on them
public record DeskHours(
    OpeningHours hours, DeskMode mode, Instant modeUntil, Optional<DeskSign.Stay> stay) {

  /// More than hours and stays that can follow each other without a pause within a day.
  private static final int MOST_JOINED = 16;

  /// By the hours as they are now: nobody stays beyond hours that do not run until then, because
  /// the lane closes earlier, or the service was closed or taken off after the press.
  public static DeskHours of(OpeningHours hours, DeskSign sign, Instant now) {
    Optional<DeskSign.Stay> stay = sign.stayAt(now).filter(s -> follows(hours, s));
    return new DeskHours(hours, sign.modeAt(now), sign.modeUntil(), stay);
  }

  /// Whether these hours run until the stay begins.
  public static boolean follows(OpeningHours hours, DeskSign.Stay stay) {
    return hours.inHours(stay.from().minusMillis(1));
  }

  /// Within hours or a stay, and not closed before they end.
  public boolean open(Instant now) {
    return mode != DeskMode.CLOSED && planned(now);
  }

  /// Within hours or a stay.
  boolean planned(Instant now) {
    return hours.inHours(now) || stay.filter(s -> s.covers(now)).isPresent();
  }

  /// When hours begin next; empty while open.
  public Optional<Instant> opensAt(Instant now) {
    if (open(now)) {
      return Optional.empty();
    }
    boolean shut = mode == DeskMode.CLOSED && planned(now);
    Instant from = shut ? modeUntil : now;
    return hours.inHours(from) ? Optional.of(from) : hours.opensAt(from);
  }

  /// When the running hours and the stays that follow them end; empty when they do not run, or go
  /// on for 15 days or more.
  public Optional<Instant> closesAt(Instant now) {
    if (!planned(now)) {
      return Optional.empty();
    }
    Optional<Instant> end = after(now);
    for (int i = 0; i < MOST_JOINED && end.isPresent() && planned(end.get()); i++) {
      end = after(end.get());
    }
    return end;
  }

  /// The end of what runs at that moment.
  private Optional<Instant> after(Instant at) {
    return hours.inHours(at) ? hours.closesAt(at) : stay.map(DeskSign.Stay::until);
  }

  public Optional<Instant> openedAt(Instant now) {
    return hours.openedAt(now);
  }
}
