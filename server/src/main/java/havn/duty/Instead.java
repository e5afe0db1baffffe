package havn.duty;

import havn.hours.OpeningHours;
import havn.service.AfterHours;
import havn.service.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What may be said about whoever answers instead of a service. Pure.
public final class Instead {

  private Instead() {}

  /// By its hours; empty when it does not answer within a year.
  public static Optional<Elsewhere> byPhone(AfterHours.Phone phone, Instant now) {
    Optional<OpeningHours> hours = phone.hours().map(OpeningHours::new);
    if (hours.isEmpty() || hours.get().inHours(now)) {
      return Optional.of(new Elsewhere(phone, phone.names(), Optional.empty()));
    }
    return hours
        .get()
        .opensAt(now)
        .map(from -> new Elsewhere(phone, phone.names(), Optional.of(from)));
  }

  /// The last day of the calendar of whoever answers by phone, when that is at most 60 days ahead
  /// or has passed.
  public static Optional<LocalDate> endsSoon(Service service, Instant now) {
    return service
        .afterHours()
        .flatMap(
            named ->
                switch (named) {
                  case AfterHours.Phone phone -> phone.hours();
                  case AfterHours.Transfer transfer -> Optional.empty();
                })
        .flatMap(hours -> new OpeningHours(hours).endsSoon(now));
  }

  /// By its hours alone.
  public static Optional<Elsewhere> byHours(
      AfterHours.Transfer transfer, Service other, Instant now) {
    OpeningHours hours = other.opening();
    return hours.inHours(now)
        ? Optional.of(new Elsewhere(transfer, other.names(), Optional.empty()))
        : hours.opensAt(now).map(from -> new Elsewhere(transfer, other.names(), Optional.of(from)));
  }

  /// By its state: now when somebody is there who takes new people, else when its hours begin;
  /// empty when it is late or takes nobody, for nobody knows when that ends.
  static Optional<Elsewhere> byService(
      AfterHours.Transfer transfer, Service other, ServiceState state) {
    return switch (state.staffing()) {
      case OPEN, BUSY ->
          state.admission() == Admission.WELCOME
              ? Optional.of(new Elsewhere(transfer, other.names(), Optional.empty()))
              : Optional.empty();
      case LATE -> Optional.empty();
      case CLOSED ->
          state.opensAt().map(from -> new Elsewhere(transfer, other.names(), Optional.of(from)));
    };
  }
}
