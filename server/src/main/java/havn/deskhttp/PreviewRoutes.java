package havn.deskhttp;

import havn.duty.Elsewhere;
import havn.duty.Instead;
import havn.hours.OpeningHours;
import havn.hours.Span;
import havn.hours.WallClock;
import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.ServiceId;
import havn.service.AfterHours;
import havn.service.Service;
import havn.service.ServiceText;
import havn.service.Transfers;
import havn.staff.Right;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a service would say at a moment, by its document alone; nothing is stored.
record PreviewRoutes(DeskParts parts, SessionGate gate) {

  /// Characters of `2026-12-24`, and of `2026-12-24T18:00` on the service's clock.
  private static final int DATE = 10;

  private static final int LOCAL_TIME = 16;

  void addTo(Contract.Routes routes) {
    routes.on("previewService", gate.anybody(), gate.may(Right.PREVIEW_SERVICES), this::preview);
  }

  private void preview(RoutingContext context) {
    JsonObject body = Contract.body(context);
    switch (ServiceText.read(body.getJsonObject("document").encode())) {
      case ServiceText.Refused refused -> answer(context, refused.faults(), null);
      case ServiceText.Read read -> {
        Optional<Instant> at = instant(body.getString("at"), read.service());
        if (at.isEmpty()) {
          Problem.of(
                  422,
                  "The moment must be such as 2026-12-24T17:00:00Z, 2026-12-24T18:00 or"
                      + " 2026-12-24.")
              .answer(context);
          return;
        }
        answer(context, transferFaults(read.service()), says(read.service(), at.get()));
      }
    }
  }

  private static void answer(
      RoutingContext context, List<String> faults, @Nullable JsonObject says) {
    Answers.json(
        context, 200, new JsonObject().put("faults", new JsonArray(faults)).put("says", says));
  }

  private List<String> transferFaults(Service service) {
    List<Service> together = new ArrayList<>(List.of(service));
    parts.site().services().all().stream()
        .filter(other -> !other.id().equals(service.id()))
        .forEach(together::add);
    return Transfers.faults(together);
  }

  private JsonObject says(Service service, Instant at) {
    OpeningHours hours = service.opening();
    JsonObject lanes = new JsonObject();
    service.laneHours().keySet().forEach(lane -> lanes.put(lane, hours(service.opening(lane), at)));
    return hours(hours, at)
        .put("at", at.toString())
        .put("day", day(hours, at.atZone(service.hours().zone()).toLocalDate()))
        .put("calendarEnds", hours.endsSoon(at).map(LocalDate::toString).orElse(null))
        .put("lanes", lanes)
        .put("instead", instead(service, at).map(PreviewRoutes::printed).orElse(null));
  }

  private static JsonObject hours(OpeningHours hours, Instant at) {
    return new JsonObject()
        .put("inHours", hours.inHours(at))
        .put("opensAt", hours.opensAt(at).map(Instant::toString).orElse(null))
        .put("closesAt", hours.closesAt(at).map(Instant::toString).orElse(null));
  }

  private static JsonArray day(OpeningHours hours, LocalDate date) {
    JsonArray spans = new JsonArray();
    for (Span span : hours.on(date)) {
      spans.add(
          new JsonObject().put("from", span.from().toString()).put("to", span.to().toString()));
    }
    return spans;
  }

  private Optional<Elsewhere> instead(Service service, Instant at) {
    return service
        .afterHours()
        .filter(named -> !service.opening().inHours(at))
        .flatMap(
            named ->
                switch (named) {
                  case AfterHours.Phone phone -> Instead.byPhone(phone, at);
                  case AfterHours.Transfer transfer ->
                      other(transfer.service())
                          .flatMap(other -> Instead.byHours(transfer, other, at));
                });
  }

  private Optional<Service> other(ServiceId id) {
    return parts.site().services().find(id);
  }

  private static JsonObject printed(Elsewhere other) {
    JsonObject names = new JsonObject();
    other.names().forEach(names::put);
    return new JsonObject()
        .put("names", names)
        .put("from", other.from().map(Instant::toString).orElse(null));
  }

  private static Optional<Instant> instant(String text, Service service) {
    try {
      ZoneId zone = service.hours().zone();
      return Optional.of(
          switch (text.length()) {
            case DATE -> LocalDate.parse(text).atStartOfDay(zone).toInstant();
            case LOCAL_TIME -> WallClock.instant(LocalDateTime.parse(text), zone);
            default -> Instant.parse(text);
          });
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
