package havn.deskhttp;

import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.http.TrustAnswers;
import havn.staff.Publishing;
import havn.staff.Publishing.Outcome;
import havn.staff.Right;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/// The signed documents: read by every console, published by coordinators; renewals also by
/// workers.
record TrustRoutes(DeskParts.StaffParts staff, SessionGate gate) {

  void addTo(Contract.Routes routes) {
    routes.on("trust", new TrustAnswers(staff.trust())::bundle);
    publish(routes, "publishRoot", staff.publishing()::root);
    publish(routes, "publishSigner", staff.publishing()::signer);
    publish(routes, "publishRoster", staff.publishing()::roster);
    routes.on(
        "renew",
        gate.anybody(),
        gate.may(Right.RENEW_LIST),
        context -> answer(context, staff.publishing()::renewal));
    routes.on("renewing", gate.anybody(), gate.may(Right.RENEW_LIST), this::renewing);
  }

  private void renewing(RoutingContext context) {
    Answers.after(
        context,
        staff.publishing().renewing(),
        next ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put("version", next.version())
                    .put("devices", new JsonArray(next.devices()))));
  }

  private void publish(
      Contract.Routes routes, String operation, Function<String, Future<Outcome>> publishing) {
    routes.on(
        operation,
        gate.anybody(),
        gate.may(Right.PUBLISH_LISTS),
        context -> answer(context, publishing));
  }

  /// The body as it came: what is signed and stored are exact bytes.
  private static void answer(RoutingContext context, Function<String, Future<Outcome>> publishing) {
    Answers.after(
        context,
        publishing.apply(String.valueOf(context.body().asString())),
        outcome -> answer(context, outcome));
  }

  private static void answer(RoutingContext context, Outcome outcome) {
    switch (outcome) {
      case Publishing.Published published -> Answers.empty(context);
      case Publishing.Waiting waiting -> Answers.json(context, 202, new JsonObject());
      case Publishing.Behind behind ->
          Problem.of(409, "A newer document is published already.").answer(context);
      case Publishing.Refused refused ->
          new Problem(422, 0, "The document does not verify.", refused.why()).answer(context);
    }
  }
}
