package havn.channelhttp;

import havn.http.Answers;
import havn.http.Binary;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.ContactId;
import havn.kernel.id.DeviceId;
import havn.outreach.Resealing;
import havn.outreach.SealStore.Sealed;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Cards that consoles seal anew, so that those who work today can open them.
record ResealRoutes(Resealing resealing, TeamGate team) {

  void addTo(Contract.Routes routes) {
    team.on(routes, "staleCards", this::stale);
    team.on(routes, "resealCard", this::replace);
  }

  private void stale(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Answers.after(
        context,
        resealing.stale(
            SessionGate.of(context).staff(),
            TeamGate.service(context),
            new Resealing.Wanted(
                devices(body),
                Optional.ofNullable(body.getLong("before")).map(Instant::ofEpochMilli),
                Optional.ofNullable(body.getString("after")).map(ContactId::new))),
        cards -> {
          JsonArray printed = new JsonArray();
          cards.forEach(
              card ->
                  printed.add(
                      new JsonObject()
                          .put("card", card.card().hex())
                          .put("face", Binary.text(card.face()))
                          .put("numbers", Binary.text(card.numbers()))
                          .put("version", card.version())));
          Answers.json(context, 200, new JsonObject().put("cards", printed));
        });
  }

  private void replace(RoutingContext context) {
    JsonObject body = Contract.body(context);
    List<DeviceId> devices = devices(body);
    Optional<Sealed> anew =
        Binary.read(body, "face")
            .flatMap(
                face ->
                    Binary.read(body, "numbers")
                        .map(
                            numbers ->
                                new Sealed(
                                    CardRoutes.card(context),
                                    face,
                                    numbers,
                                    body.getInteger("version"))))
            .filter(one -> Resealing.isSealed(one, devices));
    if (anew.isEmpty()) {
      Problem.of(422, "A part is no envelope for these devices, or longer than 24 KiB.")
          .answer(context);
      return;
    }
    if (!resealing.mayRead(TeamGate.service(context), devices)) {
      Problem.of(422, "The roster names one of these devices as no reader of the service.")
          .answer(context);
      return;
    }
    Answers.after(
        context,
        resealing.replace(TeamGate.service(context), anew.get(), devices),
        done -> {
          if (done) {
            Answers.empty(context);
          } else {
            Problem.of(409, "Somebody wrote meanwhile.").answer(context);
          }
        });
  }

  private static List<DeviceId> devices(JsonObject body) {
    return body.getJsonArray("devices").stream()
        .flatMap(text -> Binary.read((String) text).flatMap(DeviceId::of).stream())
        .toList();
  }
}
