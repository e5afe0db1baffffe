package havn.channelhttp;

import havn.courtesy.FirstText;
import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.CampaignId;
import havn.kernel.id.ContactId;
import havn.kernel.id.StaffId;
import havn.outreach.Campaign;
import havn.outreach.Campaigns;
import havn.outreach.Card;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Lists of cards that somebody proposed to write to, and somebody else approves.
record CampaignRoutes(Campaigns campaigns, TeamGate team) {

  void addTo(Contract.Routes routes) {
    team.on(routes, "campaigns", this::list);
    team.on(routes, "proposeCampaign", this::propose);
    team.on(routes, "campaign", this::show);
    team.on(routes, "actOnCampaign", this::act);
  }

  private void list(RoutingContext context) {
    Answers.after(
        context,
        campaigns.list(TeamGate.service(context)),
        all -> {
          JsonArray printed = new JsonArray();
          all.forEach(one -> printed.add(printed(one, SessionGate.of(context).staff())));
          Answers.json(context, 200, new JsonObject().put("campaigns", printed));
        });
  }

  private static JsonObject printed(Campaign campaign, StaffId reader) {
    Optional<Card.Holder> by = campaign.by();
    JsonObject printed =
        new JsonObject()
            .put("campaign", campaign.id().hex())
            .put("by", by.map(Card.Holder::name).orElse(""))
            .put("mine", by.filter(one -> one.id().equals(reader)).isPresent())
            .put("at", campaign.at().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("state", campaign.state().printed())
            .put("cards", campaign.cards())
            .put("sent", campaign.sent())
            .put("refused", campaign.refused())
            .put("without", campaign.without())
            .put("delivered", campaign.fate().delivered())
            .put("lost", campaign.fate().lost())
            .put("perhaps", campaign.fate().perhaps());
    campaign.approved().ifPresent(one -> printed.put("approved", one.name()));
    return printed;
  }

  private void propose(RoutingContext context) {
    CampaignId id = new CampaignId(Contract.body(context).getString("campaign"));
    Set<ContactId> cards = CardRoutes.ids(context, "cards");
    Answers.after(
        context,
        campaigns.propose(SessionGate.of(context).staff(), TeamGate.service(context), id, cards),
        proposed -> {
          switch (proposed) {
            case KEPT -> Answers.json(context, 201, new JsonObject().put("campaign", id.hex()));
            case NO_CARD ->
                Problem.of(422, "A card is none of this service's any more.").answer(context);
            case FULL ->
                Problem.of(422, "The service has 200 campaigns of the last 13 months.")
                    .answer(context);
          }
        });
  }

  private void show(RoutingContext context) {
    CampaignId id = new CampaignId(Contract.text(context, "campaign"));
    Answers.after(
        context,
        campaigns.show(TeamGate.service(context), id),
        shown -> {
          if (shown.languages().isEmpty()) {
            Problem.of(404, "There is no such campaign, or none of its cards is left.")
                .answer(context);
          } else {
            Answers.json(context, 200, printed(shown));
          }
        });
  }

  private static JsonObject printed(Campaigns.Shown shown) {
    JsonArray languages = new JsonArray();
    for (Campaigns.InLanguage each : shown.languages()) {
      JsonArray texts = new JsonArray();
      each.texts()
          .forEach(
              said ->
                  texts.add(
                      new JsonObject()
                          .put("opening", opening(said.opening()))
                          .put("text", said.text())));
      languages.add(
          new JsonObject()
              .put("language", each.language())
              .put("cards", each.cards())
              .put("texts", texts));
    }
    return new JsonObject()
        .put("languages", languages)
        .put("texts", HexFormat.of().formatHex(shown.digest().bytes()));
  }

  private static String opening(FirstText.Opening opening) {
    return opening.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void act(RoutingContext context) {
    CampaignId id = new CampaignId(Contract.text(context, "campaign"));
    StaffId who = SessionGate.of(context).staff();
    switch (Contract.body(context).getString("act")) {
      case "approve" ->
          done(context, campaigns.approve(who, TeamGate.service(context), id, read(context)));
      case "stop" -> done(context, campaigns.stop(who, TeamGate.service(context), id));
      default -> next(context, id);
    }
  }

  /// The digest of the texts that whoever approves has read; none when they say none.
  private static byte[] read(RoutingContext context) {
    return HexFormat.of().parseHex(Contract.body(context).getString("texts", ""));
  }

  private static void done(RoutingContext context, Future<Boolean> act) {
    Answers.after(
        context,
        act,
        done -> {
          if (done) {
            Answers.empty(context);
          } else {
            Problem.of(
                    409, "It does not wait for that, you proposed it, or its texts have changed.")
                .answer(context);
          }
        });
  }

  private void next(RoutingContext context, CampaignId id) {
    Answers.after(
        context,
        campaigns.next(
            CardRoutes.who(context), TeamGate.service(context), id, CardRoutes.knows(context)),
        next ->
            next.ifPresentOrElse(
                taken -> CardRoutes.answer(context, taken),
                () ->
                    Problem.of(409, "Nobody has approved it, or it was stopped.").answer(context)));
  }
}
