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

/// A visitor in a running chat is in danger now. Whoever calls is told when nobody was, and may ask
/// whether the call still stands.
///
/// @param throttle of calls; those who only ask have one of their own, and keep nobody from calling
record DangerRoutes(
    DangerDesk danger, Consumer<ServiceId> changed, Throttle throttle, Throttle lookups) {

  private static final int CALL_REFUSED = 4034;

  void addTo(Contract.Routes routes) {
    routes.on("callForHelp", throttle, this::call);
    routes.on("helpStands", lookups, this::stands);
  }

  private void call(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Answers.after(
        context,
        danger.byVisitor(conversation(body), capability(body)),
        answer -> answered(context, answer));
  }

  private void stands(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Answers.after(
        context,
        danger.stands(conversation(body), capability(body)),
        stands ->
            stands.ifPresentOrElse(
                yes -> Answers.json(context, 200, new JsonObject().put("stands", yes)),
                () -> notInChat(context)));
  }

  private static ConversationId conversation(JsonObject body) {
    return Binary.read(body, "conversation").flatMap(ConversationId::of).orElseThrow();
  }

  private static Secret capability(JsonObject body) {
    return Binary.read(body, "capability").map(Secret::of).orElseThrow();
  }

  private static void notInChat(RoutingContext context) {
    Problem.of(404, "There is no such running chat that this request proves to be in.")
        .answer(context);
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
      case NOT_IN_CHAT -> notInChat(context);
    }
  }

  private static void refuse(RoutingContext context, int status, String title) {
    new Problem(status, CALL_REFUSED, title, "Nobody was called. Call an emergency number.")
        .answer(context);
  }
}
