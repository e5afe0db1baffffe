package havn.publichttp;

import havn.duty.ServiceState;
import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.kernel.id.ServiceId;
import havn.service.AfterHours;
import havn.service.Service;
import havn.service.ServiceBook;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A service as visitors meet it, and whether somebody answers now.
record ServiceRoutes(PublicParts parts) {

  private static final int SERVICE_UNKNOWN = 4000;

  void addTo(Contract.Routes routes) {
    routes.on("service", this::service);
  }

  private void service(RoutingContext context) {
    Optional<Service> service = named(context, parts.services());
    if (service.isEmpty()) {
      unknown(context);
      return;
    }
    Answers.after(
        context,
        parts.availability().of(service.get().id()),
        state -> Answers.json(context, 200, printed(service.get(), state)));
  }

  /// The service in the path; empty when there is none.
  static Optional<Service> named(RoutingContext context, ServiceBook services) {
    return Optional.ofNullable(context.pathParam("service"))
        .flatMap(ServiceId::parse)
        .flatMap(services::find);
  }

  static void unknown(RoutingContext context) {
    new Problem(404, SERVICE_UNKNOWN, "There is no such service.", "").answer(context);
  }

  private JsonObject printed(Service service, ServiceState state) {
    JsonObject names = new JsonObject();
    service.names().forEach(names::put);
    JsonArray emergency = new JsonArray();
    service
        .emergency()
        .forEach(
            number ->
                emergency.add(
                    new JsonObject()
                        .put("number", number.number())
                        .put("kind", number.kind().printed())));
    return new JsonObject()
        .put("id", service.id().slug())
        .put("names", names)
        .put("languages", new JsonArray(service.languages()))
        .put("lanes", new JsonArray(service.lanes()))
        .put("retentionDays", service.retentionDays())
        .put("state", state.staffing().name().toLowerCase(Locale.ROOT))
        .put("waiting", state.waiting())
        .put("opensAt", printed(state.opensAt()))
        .put("lateSince", printed(state.lateSince()))
        .put("now", parts.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("answersNow", answersNow(service, state))
        .put("emergency", emergency)
        .put("exit", service.exit().toString());
  }

  private static @Nullable JsonObject answersNow(Service service, ServiceState state) {
    boolean somebody =
        switch (state.staffing()) {
          case OPEN, BUSY -> true;
          case LATE, CLOSED -> false;
        };
    if (somebody || service.afterHours().isEmpty()) {
      return null;
    }
    AfterHours other = service.afterHours().get();
    JsonObject names = new JsonObject();
    other.names().forEach(names::put);
    return new JsonObject().put("names", names).put("phone", other.phone());
  }

  private static @Nullable String printed(Optional<Instant> at) {
    return at.map(Instant::toString).orElse(null);
  }
}
