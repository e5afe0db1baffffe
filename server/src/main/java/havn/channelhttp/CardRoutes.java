package havn.channelhttp;

import havn.courtesy.Language;
import havn.courtesy.Window;
import havn.http.Answers;
import havn.http.Binary;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.ContactId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ThreadId;
import havn.login.Session;
import havn.outreach.Acted;
import havn.outreach.Beginnings;
import havn.outreach.CardAct;
import havn.outreach.CardPart;
import havn.outreach.CardStore;
import havn.outreach.Cards;
import havn.outreach.Consent;
import havn.outreach.Intake;
import havn.outreach.Listed;
import havn.staff.StaffMember;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The worklist, and what people do with its cards.
record CardRoutes(Cards cards, Beginnings beginnings, TeamGate team) {

  void addTo(Contract.Routes routes) {
    team.on(routes, "cards", this::list);
    team.on(routes, "card", this::find);
    team.on(routes, "takeNext", this::next);
    team.on(routes, "actOnCard", this::act);
    team.on(routes, "openCard", this::open);
    team.on(routes, "writeFace", this::write);
    team.on(routes, "draft", this::draft);
  }

  private void list(RoutingContext context) {
    List<String> after = context.queryParam("after");
    Answers.after(
        context,
        cards.list(TeamGate.service(context), after.stream().findFirst().map(CardText::place)),
        worklist -> {
          JsonArray printed = new JsonArray();
          worklist.cards().forEach(card -> printed.add(printed(card, context)));
          JsonObject answer =
              new JsonObject()
                  .put("cards", printed)
                  .put("counts", CardText.printed(worklist.counts()));
          worklist.next().ifPresent(place -> answer.put("next", CardText.printed(place)));
          Answers.json(context, 200, answer);
        });
  }

  private void find(RoutingContext context) {
    Answers.after(
        context,
        cards.find(TeamGate.service(context), card(context)),
        found ->
            found.ifPresentOrElse(
                card ->
                    Answers.json(
                        context, 200, new JsonObject().put("card", printed(card, context))),
                () -> Problem.of(404, "There is no such card.").answer(context)));
  }

  private void next(RoutingContext context) {
    Set<String> languages =
        Contract.body(context).getJsonArray("languages").stream()
            .map(String.class::cast)
            .collect(Collectors.toSet());
    Answers.after(
        context,
        cards.next(who(context), TeamGate.service(context), languages, knows(context)),
        next -> answer(context, next));
  }

  /// Cards that whoever asks knows to hold.
  static Set<ContactId> knows(RoutingContext context) {
    return ids(context, "knows");
  }

  /// Cards that a body names; none where it names none.
  static Set<ContactId> ids(RoutingContext context, String member) {
    return Contract.body(context).getJsonArray(member, new JsonArray()).stream()
        .map(hex -> new ContactId((String) hex))
        .collect(Collectors.toSet());
  }

  /// A card that was taken, or why there is none.
  static void answer(RoutingContext context, Cards.Next next) {
    switch (next) {
      case Cards.Taken taken ->
          Answers.json(context, 200, new JsonObject().put("card", printed(taken.card(), context)));
      case Cards.None none -> Problem.of(404, "No card may be contacted now.").answer(context);
      case Cards.HandsFull full ->
          Problem.of(423, "You hold 20 cards; give some back first.").answer(context);
    }
  }

  private static JsonObject printed(Listed card, RoutingContext context) {
    return CardText.printed(card, SessionGate.of(context).staff());
  }

  private void act(RoutingContext context) {
    Optional<CardAct> act = act(Contract.body(context));
    if (act.isEmpty()) {
      Problem.of(422, "Say which number was called, or how and on which day somebody said yes.")
          .answer(context);
      return;
    }
    Answers.after(
        context,
        cards.act(who(context), TeamGate.service(context), card(context), act.get()),
        acted -> answer(context, acted));
  }

  private static void answer(RoutingContext context, Acted acted) {
    switch (acted) {
      case DONE -> Answers.empty(context);
      case GONE ->
          refuse(
              context,
              409,
              "There is no such card.",
              "It was deleted, or its last day is over: read the worklist again.");
      case ANOTHERS ->
          refuse(
              context,
              409,
              "Somebody else has the card.",
              "Wait until they give it back, or 30 minutes after the last thing they did with it.");
      case NOT_HELD ->
          refuse(context, 409, "You do not have the card.", "`take` it first, then try again.");
      case HANDS_FULL ->
          refuse(
              context,
              423,
              "You hold %d cards.".formatted(CardStore.MOST_HELD),
              "`give-back` one of them first.");
      case NO_SUCH_NUMBER ->
          refuse(
              context,
              409,
              "The card has no number at that place.",
              "Count `place` from 0, up to the card's `numbers` less one.");
      case NOT_THAT_DAY ->
          refuse(
              context,
              409,
              "A yes of that day does not count.",
              "Choose a `day` that is today or before, and at most 13 months ago.");
      case UNREAD -> unread(context);
      case TAKEN_BACK ->
          refuse(
              context,
              410,
              "The yes of that day was taken back since, or counts as taken back after a restore.",
              "Ask the person again, and note the `day` on which they say yes again.");
    }
  }

  /// Of whoever is never to be contacted.
  static void unread(RoutingContext context) {
    refuse(context, 409, "A text of theirs came that was not read.", "unread");
  }

  private static void refuse(RoutingContext context, int status, String title, String detail) {
    new Problem(status, 0, title, detail).answer(context);
  }

  private static Optional<CardAct> act(JsonObject body) {
    Optional<Integer> place = Optional.ofNullable(body.getInteger("place"));
    return switch (body.getString("act")) {
      case "take" -> Optional.of(new CardAct.Take());
      case "give-back" -> Optional.of(new CardAct.GiveBack());
      case "never" -> Optional.of(new CardAct.Never(seen(body)));
      case "delete" -> Optional.of(new CardAct.Delete());
      case "consent" -> consent(body);
      case "withdraw" -> Optional.of(new CardAct.Withdrawn());
      default -> place.map(CardAct.Called::new);
    };
  }

  /// Where a conversation is named twice, what was read first.
  private static Map<ThreadId, Integer> seen(JsonObject body) {
    return body.getJsonArray("seen", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .collect(
            Collectors.toMap(
                one -> new ThreadId(one.getString("thread")),
                one -> one.getInteger("words"),
                Math::min));
  }

  private static Optional<CardAct> consent(JsonObject body) {
    String how = body.getString("how");
    String day = body.getString("day");
    return how == null || day == null
        ? Optional.empty()
        : Optional.of(new CardAct.Consented(Consent.How.parse(how), CardText.day(day)));
  }

  private void open(RoutingContext context) {
    CardPart part = CardPart.parse(Contract.body(context).getString("part")).orElseThrow();
    Answers.after(
        context,
        cards.open(who(context), TeamGate.service(context), card(context), part),
        found ->
            found.ifPresentOrElse(
                file ->
                    Answers.json(
                        context,
                        200,
                        new JsonObject()
                            .put("file", Binary.text(file.file()))
                            .put("version", file.version())),
                () -> Problem.of(404, "There is no such card.").answer(context)));
  }

  private void write(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Optional<CardStore.Face> face = face(body);
    if (face.filter(f -> Intake.isSealed(f.file(), f.devices())).isEmpty()) {
      Problem.of(422, "It is no envelope for these devices, longer than 24 KiB, or has no window.")
          .answer(context);
      return;
    }
    Answers.after(
        context,
        cards.write(
            who(context),
            TeamGate.service(context),
            card(context),
            rewritten(face.get(), body.containsKey("language")),
            body.getInteger("version")),
        written -> {
          if (written) {
            Answers.empty(context);
          } else {
            Problem.of(409, "You do not have the card, or somebody wrote meanwhile.")
                .answer(context);
          }
        });
  }

  /// Without a language, what is written says nothing of the window either.
  private static CardStore.Rewritten rewritten(CardStore.Face face, boolean facts) {
    return new CardStore.Rewritten(
        face.file(),
        face.devices(),
        facts
            ? Optional.of(new CardStore.Facts(face.language(), face.window()))
            : Optional.empty());
  }

  /// What is written of a card; empty when it is no base64, or its window is none.
  static Optional<CardStore.Face> face(JsonObject body) {
    List<DeviceId> devices =
        body.getJsonArray("devices").stream()
            .flatMap(text -> Binary.read((String) text).flatMap(DeviceId::of).stream())
            .toList();
    Optional<JsonObject> written = Optional.ofNullable(body.getJsonObject("window"));
    Optional<Window> window = written.flatMap(CardText::window);
    return written.isPresent() && window.isEmpty()
        ? Optional.empty()
        : Binary.read(body, "face")
            .map(file -> new CardStore.Face(file, devices, body.getString("language"), window));
  }

  private void draft(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Optional<Language> language = Language.parse(body.getString("language"));
    if (language.isEmpty()) {
      Problem.of(422, "There is no text in this language.").answer(context);
      return;
    }
    Answers.after(
        context,
        beginnings.draft(
            SessionGate.of(context).staff(),
            TeamGate.service(context),
            card(context),
            body.getInteger("place"),
            language.get()),
        drafted -> answer(context, drafted));
  }

  private static void answer(RoutingContext context, Beginnings.Drafted drafted) {
    switch (drafted) {
      case Beginnings.Draft draft ->
          Answers.json(
              context,
              200,
              new JsonObject()
                  .put("occasion", Permissions.printed(draft.occasion()))
                  .put("text", draft.text())
                  .put("permission", Permissions.printed(draft.permission())));
      case Beginnings.Stopped stopped -> nothing(context, "stopped");
      case Beginnings.CallOnly callOnly -> nothing(context, "call-only");
      case Beginnings.NotHeld not ->
          Problem.of(409, "Take the card first, and choose one of its numbers.").answer(context);
      case Beginnings.NoSender none -> CardText.missing(none.setting()).answer(context);
    }
  }

  private static void nothing(RoutingContext context, String why) {
    Answers.json(
        context,
        200,
        new JsonObject()
            .put("occasion", "first")
            .put("text", "")
            .put("permission", Permissions.never(why)));
  }

  static ContactId card(RoutingContext context) {
    return new ContactId(Contract.text(context, "card"));
  }

  static StaffMember who(RoutingContext context) {
    Session session = SessionGate.of(context);
    return new StaffMember(
        session.staff(), session.shownName(), session.role(), session.services());
  }
}
