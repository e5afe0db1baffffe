package havn.channelhttp;

import havn.channel.PhoneNumber;
import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.http.Throttle;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.login.Session;
import havn.reminder.Kind;
import havn.reminder.NotDelivered;
import havn.reminder.Reminder;
import havn.reminder.ReminderStore;
import havn.reminder.Reminders;
import havn.staff.Right;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How somebody wants to be reminded. A number goes in and never comes out.
record ReminderRoutes(Reminders reminders, SessionGate gate, Throttle throttle) {

  void addTo(Contract.Routes routes) {
    on(routes, "reminders", this::show);
    write(routes, "proveNumber", this::prove);
    write(routes, "typeCode", this::type);
    write(routes, "wishReminders", this::wish);
    write(routes, "forgetNumber", this::forget);
  }

  private void on(Contract.Routes routes, String operation, Handler<RoutingContext> handler) {
    routes.on(operation, gate.anybody(), gate.may(Right.HOLD_SHIFTS), handler);
  }

  private void write(Contract.Routes routes, String operation, Handler<RoutingContext> handler) {
    routes.on(operation, gate.anybody(), gate.may(Right.HOLD_SHIFTS), throttle, handler);
  }

  private static StaffId who(RoutingContext context) {
    return SessionGate.of(context).staff();
  }

  private void show(RoutingContext context) {
    Future<Optional<Reminder>> known = reminders.of(who(context));
    Future<List<NotDelivered>> lost = reminders.notDelivered(who(context));
    Session session = SessionGate.of(context);
    Future<Set<ServiceId>> unheard =
        Right.SEE_ALARMS.has(session.role())
            ? reminders.unheard(session.services())
            : Future.succeededFuture(Set.of());
    Future<Set<Kind>> usedUp = reminders.usedUp(who(context));
    Answers.after(
        context,
        Future.all(known, lost, unheard, usedUp),
        all ->
            Answers.json(
                context,
                200,
                printed(known.result(), lost.result(), unheard.result())
                    .put("usedUp", printed(usedUp.result()))));
  }

  private static JsonObject printed(
      Optional<Reminder> known, List<NotDelivered> lost, Set<ServiceId> unheard) {
    String number =
        known
            .map(reminder -> reminder.confirmed().isPresent() ? "confirmed" : "unproven")
            .orElse("none");
    return new JsonObject()
        .put("number", number)
        .put("shifts", known.map(Reminder::shifts).orElse(false))
        .put("offers", known.map(Reminder::offers).orElse(false))
        .put("alarms", known.map(Reminder::alarms).orElse(false))
        .put("unheard", new JsonArray(unheard.stream().map(ServiceId::slug).sorted().toList()))
        .put(
            "notDelivered",
            new JsonArray(
                lost.stream()
                    .map(
                        text ->
                            new JsonObject()
                                .put("kind", text.kind().printed())
                                .put("at", text.at().toString())
                                .put("perhaps", text.perhaps()))
                    .toList()));
  }

  private static JsonArray printed(Set<Kind> kinds) {
    return new JsonArray(kinds.stream().map(Kind::printed).sorted().toList());
  }

  private void prove(RoutingContext context) {
    Answers.after(
        context,
        reminders.prove(who(context), Contract.body(context).getString("number")),
        came -> {
          switch (came) {
            case Reminders.Asked asked -> Answers.empty(context);
            case Reminders.NoTexts not ->
                new Problem(422, 0, "No text can be sent there.", why(not.why())).answer(context);
            case Reminders.TooMany many ->
                Problem.of(429, "There were five test messages in 24 hours; try again tomorrow.")
                    .answer(context);
          }
        });
  }

  private static String why(PhoneNumber.Why why) {
    return switch (why) {
      case NO_NUMBER -> "Write the number of a mobile phone, with + and its country if not Norway.";
      case SHORT -> "Emergency numbers, short numbers and service numbers take no texts.";
      case LANDLINE -> "It is no mobile phone.";
    };
  }

  private void type(RoutingContext context) {
    Answers.after(
        context,
        reminders.type(who(context), Contract.body(context).getString("code")),
        typed -> {
          switch (typed) {
            case CONFIRMED -> Answers.empty(context);
            case WRONG -> Problem.of(409, "This is not the code.").answer(context);
            case NONE ->
                Problem.of(410, "The code is too old, or was tried five times; ask for another.")
                    .answer(context);
          }
        });
  }

  private void wish(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Answers.after(
        context,
        reminders.wish(
            who(context),
            new ReminderStore.Wishes(
                body.getBoolean("shifts"), body.getBoolean("offers"), body.getBoolean("alarms"))),
        kept -> {
          if (kept) {
            Answers.empty(context);
          } else {
            Problem.of(409, "Prove a number first.").answer(context);
          }
        });
  }

  private void forget(RoutingContext context) {
    Answers.after(context, reminders.forget(who(context)), forgotten -> Answers.empty(context));
  }
}
