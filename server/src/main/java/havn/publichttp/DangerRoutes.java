package havn.publichttp;

import havn.danger.DangerDesk;
import havn.http.Answers;
import havn.http.Binary;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.Throttle;
import havn.kernel.id.ConversationId;
import havn.kernel.id.ServiceId;
import havn.kernel.secret.Secret;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;

/// A visitor in a running chat is in danger now. Whoever calls is told when nobody was.
record DangerRoutes(DangerDesk danger, Consumer<ServiceId> changed, Throttle throttle) {

  private static final int CALL_REFUSED = 4034;

  void addTo(Contract.Routes routes) {
    routes.on("callForHelp", throttle, this::call);
  }

  private void call(RoutingContext context) {
    JsonObject body = Contract.body(context);
    ConversationId conversation =
        Binary.read(body, "conversation").flatMap(ConversationId::of).orElseThrow();
    Secret capability = Binary.read(body, "capability").map(Secret::of).orElseThrow();
    Answers.after(
        context, danger.byVisitor(conversation, capability), answer -> answered(context, answer));
  }

  private void answered(RoutingContext context, DangerDesk.Answer answer) {
    switch (answer.outcome()) {
      case CALLED, ALONE -> {
        answer.service().ifPresent(changed);
        boolean alone = answer.outcome() == DangerDesk.Outcome.ALONE;
        Answers.json(context, 200, new JsonObject().put("alone", alone));
      }
      case ENOUGH -> refuse(context, 409, "This chat has called three times.");
      case FULL -> refuse(context, 503, "Too many chats of this service call at the moment.");
      case NOT_IN_CHAT ->
          Problem.of(404, "There is no such running chat that this request proves to be in.")
              .answer(context);
    }
  }

  private static void refuse(RoutingContext context, int status, String title) {
    new Problem(status, CALL_REFUSED, title, "Nobody was called. Call an emergency number.")
        .answer(context);
  }
}
