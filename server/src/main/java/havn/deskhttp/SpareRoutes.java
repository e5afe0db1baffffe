package havn.deskhttp;

import havn.http.Answers;
import havn.http.Binary;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.DeviceId;
import havn.staff.Spare;
import havn.staff.Spares;
import havn.staff.Spares.Asked;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.temporal.ChronoUnit;

/// What brings one's own device back in another browser.
record SpareRoutes(Spares spares, SessionGate gate) {

  void addTo(Contract.Routes routes) {
    routes.on("keepSpare", gate.anybody(), this::keep);
    routes.on("spares", gate.anybody(), this::list);
    routes.on("openSpare", gate.anybody(), this::open);
  }

  private void keep(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Spare spare = new Spare(device(body), method(body), bytes(body, "sealed"));
    Answers.after(
        context,
        spares.keep(SessionGate.of(context).staff(), spare, bytes(body, "proof")),
        kept -> {
          switch (kept) {
            case KEPT -> Answers.empty(context);
            case UNPROVEN -> Problem.of(422, "The device's key did not sign it.").answer(context);
            case NOT_THEIRS -> nothing(context);
          }
        });
  }

  private void list(RoutingContext context) {
    Answers.after(
        context,
        spares.shelf(SessionGate.of(context).staff()),
        shelf -> {
          JsonArray heads = new JsonArray();
          shelf.heads().forEach(head -> heads.add(printed(head)));
          Answers.json(
              context, 200, new JsonObject().put("spares", heads).put("revoked", shelf.revoked()));
        });
  }

  private void open(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Answers.after(
        context,
        spares.open(SessionGate.of(context).staff(), device(body), method(body)),
        asked -> {
          switch (asked) {
            case Asked.Handed handed ->
                Answers.json(
                    context,
                    200,
                    new JsonObject()
                        .put("sealed", Binary.text(handed.spare().sealed()))
                        .put("ed25519", Binary.text(handed.spare().ed25519())));
            case Asked.Unknown unknown -> nothing(context);
            case Asked.TooOften tooOften ->
                Problem.of(429, "It was handed out ten times; try again in an hour.")
                    .answer(context);
          }
        });
  }

  private static void nothing(RoutingContext context) {
    Problem.of(404, "This person has no such device in the list, or no such spare.")
        .answer(context);
  }

  private static JsonObject printed(Spare.Head head) {
    return new JsonObject()
        .put("device", Binary.text(head.device().bytes()))
        .put("method", head.method().printed())
        .put("kept", head.kept().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  // What the contract has measured.

  private static DeviceId device(JsonObject body) {
    return DeviceId.of(bytes(body, "device")).orElseThrow();
  }

  private static Spare.Method method(JsonObject body) {
    return Spare.Method.parse(body.getString("method")).orElseThrow();
  }

  private static byte[] bytes(JsonObject body, String name) {
    return Binary.read(body, name).orElseThrow();
  }
}
