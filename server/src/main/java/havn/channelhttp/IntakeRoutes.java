package havn.channelhttp;

import havn.http.Answers;
import havn.http.Binary;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.ContactId;
import havn.kernel.id.StaffId;
import havn.outreach.CardStore;
import havn.outreach.Consent;
import havn.outreach.Intake;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where numbers come in: the preview of an import, and cards to keep.
record IntakeRoutes(Intake intake, TeamGate team) {

  void addTo(Contract.Routes routes) {
    team.on(routes, "readNumbers", this::read);
    team.on(routes, "keepCards", this::keep);
  }

  private void read(RoutingContext context) {
    Answers.after(
        context,
        intake.worth(
            SessionGate.of(context).staff(),
            TeamGate.service(context),
            texts(Contract.body(context).getJsonArray("numbers"))),
        worth ->
            worth.ifPresentOrElse(
                all -> print(context, all),
                () ->
                    Problem.of(429, "Nobody asks about more than 10,000 numbers a day.")
                        .answer(context)));
  }

  private static void print(RoutingContext context, List<Intake.Worth> worth) {
    JsonArray printed = new JsonArray();
    worth.forEach(one -> printed.add(CardText.printed(one)));
    Answers.json(context, 200, new JsonObject().put("numbers", printed));
  }

  private void keep(RoutingContext context) {
    JsonObject body = Contract.body(context);
    List<JsonObject> written =
        body.getJsonArray("cards").stream().map(JsonObject.class::cast).toList();
    List<Intake.Fresh> cards =
        written.stream()
            .flatMap(one -> fresh(one, SessionGate.of(context).staff()).stream())
            .toList();
    if (cards.size() < written.size()) {
      unsealed(context);
      return;
    }
    Answers.after(
        context,
        intake.keep(
            SessionGate.of(context).staff(),
            new CardStore.Batch(
                TeamGate.service(context),
                HexFormat.of().parseHex(body.getString("batch")),
                CardStore.Source.parse(body.getString("source")),
                CardText.day(body.getString("ends"))),
            cards),
        outcome -> answer(context, outcome));
  }

  private static void answer(RoutingContext context, Intake.Outcome outcome) {
    switch (outcome) {
      case Intake.Done done -> {
        JsonArray printed = new JsonArray();
        done.cards().forEach(kept -> printed.add(printed(kept)));
        Answers.json(context, 200, new JsonObject().put("cards", printed));
      }
      case Intake.NotSealed not -> unsealed(context);
      case Intake.BadEnd bad ->
          Problem.of(422, "Cards end tomorrow at the earliest and in 13 months at the latest.")
              .answer(context);
      case Intake.BadConsent bad ->
          Problem.of(
                  422, "Somebody said yes today at the latest, and 13 months ago at the earliest.")
              .answer(context);
    }
  }

  private static void unsealed(RoutingContext context) {
    Problem.of(422, "A part is no envelope for its devices, longer than 24 KiB, or has no window.")
        .answer(context);
  }

  private static Optional<Intake.Fresh> fresh(JsonObject card, StaffId who) {
    return CardRoutes.face(card)
        .flatMap(
            face ->
                Binary.read(card, "numbers")
                    .map(
                        numbers ->
                            new Intake.Fresh(
                                new ContactId(card.getString("card")),
                                face,
                                numbers,
                                texts(card.getJsonArray("written")),
                                card.getInteger("adverts"),
                                Optional.ofNullable(card.getJsonObject("consent"))
                                    .map(said -> consent(said, who)))));
  }

  private static Consent.Given consent(JsonObject said, StaffId who) {
    return new Consent.Given(
        CardText.day(said.getString("day")), Consent.How.parse(said.getString("how")), who);
  }

  private static String printed(CardStore.Kept kept) {
    return kept.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> texts(JsonArray array) {
    return array.stream().map(String.class::cast).toList();
  }
}
