package havn.channelhttp;

import havn.http.Answers;
import havn.http.Binary;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.ContactId;
import havn.kernel.id.DeviceId;
import havn.login.Session;
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
            asker(context),
            TeamGate.service(context),
            new Resealing.Wanted(
                devices(body),
                Optional.ofNullable(body.getLong("before")).map(Instant::ofEpochMilli),
                Optional.ofNullable(body.getString("after")).map(ContactId::new))),
        stale -> {
          switch (stale) {
            case Resealing.Found found -> Answers.json(context, 200, printed(found));
            case Resealing.NotReaders not -> notReaders(context);
            case Resealing.Enough enough ->
                Problem.of(429, "Twenty thousand cards a day are enough.").answer(context);
          }
        });
  }

  private static JsonObject printed(Resealing.Found found) {
    JsonArray cards = new JsonArray();
    found
        .cards()
        .forEach(
            card ->
                cards.add(
                    new JsonObject()
                        .put("card", card.card().hex())
                        .put("face", Binary.text(card.face()))
                        .put("numbers", Binary.text(card.numbers()))
                        .put("version", card.version())));
    return new JsonObject().put("cards", cards).put("closed", found.closed());
  }

  /// Behind the gate that lets in nobody without a listed device.
  private static Resealing.Asker asker(RoutingContext context) {
    Session session = SessionGate.of(context);
    return new Resealing.Asker(session.staff(), session.device().orElseThrow());
  }

  private static void notReaders(RoutingContext context) {
    Problem.of(422, "The roster names one of these devices, or yours, as no reader of the service.")
        .answer(context);
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
      notReaders(context);
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
