package havn.publichttp;

import havn.http.Answers;
import havn.http.Binary;
import havn.http.Contract;
import havn.http.Throttle;
import havn.kernel.id.ConversationId;
import havn.kernel.secret.Secret;
import havn.visit.Erasing;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/// *Delete now*. The answer does not say whether there was anything.
record EraseRoutes(Erasing erasing, Throttle throttle) {

  void addTo(Contract.Routes routes) {
    routes.on("eraseVisit", throttle, this::erase);
  }

  private void erase(RoutingContext context) {
    JsonObject body = Contract.body(context);
    ConversationId conversation =
        Binary.read(body, "conversation").flatMap(ConversationId::of).orElseThrow();
    Secret capability = Binary.read(body, "capability").map(Secret::of).orElseThrow();
    Answers.after(
        context, erasing.erase(conversation, capability), erased -> Answers.empty(context));
  }
}
