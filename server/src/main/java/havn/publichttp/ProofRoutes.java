package havn.publichttp;

import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.Throttle;
import havn.outreach.Proofs;
import havn.service.Service;
import havn.service.ServiceBook;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// Whether a text was ours, by the code in it. The answer is the neutral name and the day, and
/// nothing else: not to whom.
record ProofRoutes(Proofs proofs, ServiceBook services, Throttle throttle) {

  void addTo(Contract.Routes routes) {
    routes.on("proof", throttle, this::look);
  }

  private void look(RoutingContext context) {
    Optional<Service> service = ServiceRoutes.named(context, services);
    if (service.isEmpty()) {
      ServiceRoutes.unknown(context);
      return;
    }
    JsonObject body = Contract.body(context);
    String name = service.get().name(body.getString("language", "nb"));
    Answers.after(
        context,
        proofs.look(service.get().id(), body.getString("code")),
        found ->
            found.ifPresentOrElse(
                day ->
                    Answers.json(
                        context,
                        200,
                        new JsonObject().put("name", name).put("day", day.toString())),
                () ->
                    Problem.of(
                            404, "No text of the last 14 days has this code, or it was asked for.")
                        .answer(context)));
  }
}
