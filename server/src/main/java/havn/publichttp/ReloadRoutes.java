package havn.publichttp;

import havn.http.Answers;
import havn.http.Binary;
import havn.http.Contract;
import havn.http.Throttle;
import havn.kernel.id.ConversationId;
import havn.kernel.secret.Secret;
import havn.visit.Reloading;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/// A page that was loaded anew goes on. What is kept is sealed by the page.
record ReloadRoutes(Reloading reloading, Throttle throttle) {

  void addTo(Contract.Routes routes) {
    routes.on("keepVisit", throttle, this::keep);
    routes.on("openVisit", throttle, this::open);
    routes.on("letVisitGo", throttle, this::letGo);
  }

  private void keep(RoutingContext context) {
    JsonObject body = Contract.body(context);
    byte[] sealed = Binary.read(body, "sealed").orElseThrow();
    Answers.after(
        context,
        reloading.keep(id(body), secret(body, "capability"), secret(body, "key"), sealed),
        kept -> Answers.empty(context));
  }

  private void open(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Answers.after(
        context,
        reloading.open(id(body), secret(body, "key")),
        found ->
            found.ifPresentOrElse(
                kept ->
                    Answers.json(context, 200, new JsonObject().put("sealed", Binary.text(kept))),
                () -> Answers.empty(context)));
  }

  private void letGo(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Answers.after(
        context,
        reloading.letGo(id(body), secret(body, "capability")),
        gone -> Answers.empty(context));
  }

  private static ConversationId id(JsonObject body) {
    return Binary.read(body, "conversation").flatMap(ConversationId::of).orElseThrow();
  }

  private static Secret secret(JsonObject body, String name) {
    return Binary.read(body, name).map(Secret::of).orElseThrow();
  }
}
