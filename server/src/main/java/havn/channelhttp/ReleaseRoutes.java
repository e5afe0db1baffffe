package havn.channelhttp;

import havn.correspondence.Pace;
import havn.correspondence.Releasing;
import havn.correspondence.Threads;
import havn.courtesy.Demands;
import havn.courtesy.Language;
import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.CampaignId;
import havn.kernel.id.ContactId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import havn.kernel.id.ThreadId;
import havn.outreach.Beginnings;
import havn.outreach.Outlook;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Releases texts: what is begun with cards, and answers in conversations.
record ReleaseRoutes(OutreachParts parts, TeamGate team, InstantSource clock) {

  void addTo(Contract.Routes routes) {
    team.on(routes, "release", this::release);
  }

  private void release(RoutingContext context) {
    JsonObject body = Contract.body(context);
    StaffId who = SessionGate.of(context).staff();
    if ((body.getString("thread") == null) == (body.getString("card") == null)) {
      Problem.of(422, "Name the card or the conversation, not both.").answer(context);
    } else if (body.getString("card") != null) {
      begin(context, body, who);
    } else {
      Answers.after(
          context,
          parts.threads().queued(who, new TextId(body.getString("release"))),
          before ->
              before.ifPresentOrElse(
                  queued -> print(context, queued), () -> paced(context, body, who)));
    }
  }

  private void paced(RoutingContext context, JsonObject body, StaffId who) {
    if (parts.pace().takes(who, Pace.A_MINUTE, clock.instant())) {
      answer(context, body, who);
    } else {
      tooFast(context);
    }
  }

  private void begin(RoutingContext context, JsonObject body, StaffId who) {
    Answers.after(
        context,
        parts
            .room()
            .beginnings()
            .release(
                who,
                new Beginnings.Text(
                    new TextId(body.getString("release")),
                    TeamGate.service(context),
                    new ContactId(body.getString("card")),
                    Optional.ofNullable(body.getString("campaign")).map(CampaignId::new),
                    body.getString("to"),
                    Optional.ofNullable(body.getString("language")).flatMap(Language::parse),
                    body.getString("text"))),
        released -> {
          switch (released) {
            case Beginnings.Asked asked -> print(context, asked.outcome());
            case Beginnings.NotHeld not -> Problem.of(409, "Take the card first.").answer(context);
            case Beginnings.NotItsNumber not ->
                Problem.of(422, "It is no mobile number of this card.").answer(context);
            case Beginnings.TooFast too -> tooFast(context);
            case Beginnings.OtherText other ->
                Problem.of(409, "It is not what was approved; propose the campaign anew.")
                    .answer(context);
            case Beginnings.Lacking lacking ->
                new Problem(
                        422,
                        0,
                        "It has to have the address of the service and the word to stop with.",
                        "lacks: " + lacks(lacking.what()))
                    .answer(context);
            case Beginnings.OnlyWhoWrites only ->
                new Problem(
                        422,
                        0,
                        "After 180 days of silence only the short text is sent, unchanged.",
                        "lacks: own-words")
                    .answer(context);
            case Beginnings.NoSender none -> CardText.missing(none.setting()).answer(context);
            case Beginnings.NotNow not ->
                new Problem(409, 0, "It may not be sent.", why(not.may())).answer(context);
          }
        });
  }

  private static String lacks(Set<Demands.Lack> lacks) {
    return lacks.stream()
        .map(lack -> lack.name().toLowerCase(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String why(Outlook.May may) {
    return switch (may) {
      case Outlook.Stopped stopped -> "stopped";
      case Outlook.Begin begin -> CardText.printed(begin).getString("why", "");
    };
  }

  private void answer(RoutingContext context, JsonObject body, StaffId who) {
    Answers.after(
        context,
        parts
            .threads()
            .answer(
                TeamGate.service(context),
                who,
                new Threads.Answer(
                    new ThreadId(body.getString("thread")),
                    new TextId(body.getString("release")),
                    body.getString("to"),
                    body.getString("text"),
                    body.getInteger("seen", 0))),
        answered -> {
          switch (answered) {
            case Threads.Out out -> print(context, out.outcome());
            case Threads.NotHeld not ->
                Problem.of(409, "Take the conversation first.").answer(context);
            case Threads.OtherNumber other ->
                new Problem(
                        422,
                        0,
                        "It is no number of this conversation to answer to.",
                        "other-number")
                    .answer(context);
          }
        });
  }

  static void tooFast(RoutingContext context) {
    Problem.of(429, "Ten texts a minute are enough; wait a moment.").answer(context);
  }

  static void print(RoutingContext context, Releasing.Outcome outcome) {
    switch (outcome) {
      case Releasing.Queued queued ->
          Answers.json(context, 202, new JsonObject().put("at", queued.at().toString()));
      case Releasing.Refused refused ->
          new Problem(409, 0, "It may not be sent.", why(refused.why())).answer(context);
      case Releasing.Telling telling ->
          new Problem(
                  422,
                  0,
                  "It has words that tell too much to whoever sees the phone.",
                  String.join(", ", telling.words()))
              .answer(context);
      case Releasing.NobodyToSealTo nobody ->
          Problem.of(409, "No device of the service has a key; somebody has to sign in first.")
              .answer(context);
    }
  }

  private static String why(Releasing.Why why) {
    return switch (why) {
      case Releasing.Stopped stopped -> "stopped";
      case Releasing.Gone gone -> "gone";
      case Releasing.OldCode old -> "old-code";
      case Releasing.Forbidden forbidden -> Permissions.printed(forbidden.rule());
    };
  }
}
