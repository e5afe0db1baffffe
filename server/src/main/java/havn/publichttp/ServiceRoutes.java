package havn.publichttp;

import havn.duty.Availability;
import havn.duty.Elsewhere;
import havn.duty.ServiceState;
import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.kernel.id.ServiceId;
import havn.service.AfterHours;
import havn.service.Service;
import havn.service.ServiceBook;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
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
    Answers.after(context, printed(service.get()), printed -> Answers.json(context, 200, printed));
  }

  private Future<JsonObject> printed(Service service) {
    Availability availability = parts.availability();
    Future<Map<String, ServiceState>> lanes =
        service.lanes().size() == 1 && service.laneHours().isEmpty()
            ? Future.succeededFuture(Map.of())
            : availability.lanes(service);
    return availability
        .of(service.id())
        .compose(
            state ->
                availability
                    .instead(service, state)
                    .map(instead -> printed(service, state).mergeIn(answers(instead)))
                    .compose(
                        json ->
                            lanes.map(
                                states ->
                                    json.put("limitedLanes", limited(service, state, states)))));
  }

  /// Lanes that have hours of their own, or whose state is not the service's.
  private static JsonObject limited(
      Service service, ServiceState whole, Map<String, ServiceState> lanes) {
    JsonObject printed = new JsonObject();
    lanes.forEach(
        (lane, state) -> {
          if (service.laneHours().containsKey(lane) || !state.isAs(whole)) {
            printed.put(lane, printed(state));
          }
        });
    return printed;
  }

  private static JsonObject printed(ServiceState lane) {
    return new JsonObject()
        .put("state", lane.staffing().printed())
        .put("admits", lane.admission().printed())
        .put("opensAt", printed(lane.opensAt()))
        .put("closesAt", printed(lane.closesAt()));
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
        .put("names", printed(service.names()))
        .put("welcome", printed(service.words().welcome()))
        .put("kept", printed(service.words().kept()))
        .put("languages", new JsonArray(service.languages()))
        .put("lanes", new JsonArray(service.lanes()))
        .put("retentionDays", service.retentionDays())
        .put("state", state.staffing().printed())
        .put("admits", state.admission().printed())
        .put("waiting", state.waiting())
        .put("spoken", new JsonArray(state.spoken()))
        .put("opensAt", printed(state.opensAt()))
        .put("lateSince", printed(state.lateSince()))
        .put("closesAt", printed(state.closesAt()))
        .put("now", parts.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("emergency", emergency)
        .put("duty", printed(service.duties().notice()))
        .put("exit", service.exit().toString());
  }

  /// `answersNow` and `answersLater`; at most one of them is somebody.
  private static JsonObject answers(Optional<Elsewhere> instead) {
    JsonObject answers = new JsonObject().putNull("answersNow").putNull("answersLater");
    instead.ifPresent(
        other ->
            other
                .from()
                .ifPresentOrElse(
                    from ->
                        answers.put("answersLater", printed(other).put("from", from.toString())),
                    () -> answers.put("answersNow", printed(other))));
    return answers;
  }

  private static JsonObject printed(Elsewhere other) {
    JsonObject printed = new JsonObject().put("names", printed(other.names()));
    return switch (other.who()) {
      case AfterHours.Phone phone -> printed.put("phone", phone.phone());
      case AfterHours.Transfer transfer -> printed.put("service", transfer.service().slug());
    };
  }

  /// Language tag → text.
  private static JsonObject printed(Map<String, String> texts) {
    JsonObject printed = new JsonObject();
    texts.forEach(printed::put);
    return printed;
  }

  private static @Nullable String printed(Optional<Instant> at) {
    return at.map(Instant::toString).orElse(null);
  }
}
