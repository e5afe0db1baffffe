package havn.deskhttp;

import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.journal.Act;
import havn.kernel.id.PlanId;
import havn.login.Session;
import havn.service.Service;
import havn.shift.Filled;
import havn.shift.Moved;
import havn.shift.Place;
import havn.shift.Seat;
import havn.shift.SeatAct;
import havn.shift.SeatNews;
import havn.shift.SeatRules;
import havn.shift.ShiftPlan;
import havn.shift.Shifts;
import havn.staff.Right;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The calendar of shifts of one's own services.
record ShiftRoutes(DeskParts parts, SessionGate gate) {

  private static final int DAYS_SHOWN = 56;

  void addTo(Contract.Routes routes) {
    on(routes, "shifts", this::list);
    on(routes, "shiftAct", this::act);
    on(routes, "renewShiftFeed", this::feed);
    on(routes, "shiftNewsSeen", this::seen);
    plan(routes, "planShift", this::plan);
    plan(routes, "replaceShift", this::replace);
    plan(routes, "exceptShift", this::except);
    plan(routes, "endShift", this::end);
  }

  private void on(Contract.Routes routes, String operation, Handler<RoutingContext> handler) {
    routes.on(operation, gate.anybody(), gate.may(Right.HOLD_SHIFTS), handler);
  }

  private void plan(Contract.Routes routes, String operation, Handler<RoutingContext> handler) {
    routes.on(operation, gate.anybody(), gate.may(Right.PLAN_SHIFTS), gate.listedIfAny(), handler);
  }

  private Shifts calendar() {
    return parts.duty().shifts();
  }

  private void list(RoutingContext context) {
    Session session = SessionGate.of(context);
    boolean plans = Right.PLAN_SHIFTS.has(session.role());
    Future<List<Filled>> coming = calendar().coming(session.services(), DAYS_SHOWN);
    Future<List<ShiftPlan>> all =
        plans ? calendar().plans(session.services()) : Future.succeededFuture(List.of());
    Future<List<SeatNews>> news = calendar().news(session.staff());
    Answers.after(
        context,
        Future.all(coming, all, news),
        read ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put("shifts", printed(coming.result(), session))
                    .put(
                        "news",
                        new JsonArray(news.result().stream().map(ShiftText::printed).toList()))
                    .put(
                        "plans",
                        new JsonArray(all.result().stream().map(ShiftText::printed).toList()))));
  }

  private JsonArray printed(List<Filled> shifts, Session session) {
    Instant now = parts.clock().instant();
    Set<Seat.Wanted> mine =
        shifts.stream()
            .flatMap(shift -> shift.seats().stream())
            .filter(seat -> seat.holder().id().equals(session.staff()))
            .map(seat -> new Seat.Wanted(seat.place(), seat.number()))
            .collect(Collectors.toSet());
    JsonArray printed = new JsonArray();
    shifts.forEach(
        shift ->
            printed.add(
                ShiftText.printed(shift, session.staff(), mine, now)
                    .put("suits", shift.plan().suits(member(session)))));
    return printed;
  }

  private void seen(RoutingContext context) {
    long number = Contract.body(context).getLong("number");
    Answers.after(
        context,
        calendar().seen(SessionGate.of(context).staff(), number),
        seen -> Answers.empty(context));
  }

  private static StaffMember member(Session session) {
    return new StaffMember(
        session.staff(), session.shownName(), session.role(), session.services());
  }

  private void act(RoutingContext context) {
    Optional<SeatAct> act = ShiftText.act(Contract.body(context));
    if (act.isEmpty()) {
      Problem.of(422, "The day is no date, or the other seat is missing.").answer(context);
      return;
    }
    Answers.after(
        context,
        calendar().act(member(SessionGate.of(context)), act.get()),
        decision -> {
          switch (decision) {
            case SeatRules.Decision.Changed changed -> Answers.empty(context);
            case SeatRules.Decision.Refused refused -> refuse(context, refused.reason());
          }
        });
  }

  private static void refuse(RoutingContext context, SeatRules.Reason reason) {
    switch (reason) {
      case UNKNOWN -> Problem.of(404, "There is no such shift.").answer(context);
      case NOT_SUITED ->
          Problem.of(403, "This shift is for other roles or another service.").answer(context);
      case OVER, FULL, ALREADY, NOT_YOURS, TOO_EARLY, TOO_LATE, GONE ->
          new Problem(409, 0, "The shift is not as it was shown.", why(reason)).answer(context);
    }
  }

  private static String why(SeatRules.Reason reason) {
    return switch (reason) {
      case UNKNOWN, NOT_SUITED, GONE -> "The other seat is not offered or asked for any more.";
      case OVER -> "It is over.";
      case FULL -> "Every seat is taken.";
      case ALREADY -> "You, or whoever you would swap with, has a seat there already.";
      case NOT_YOURS -> "You have no seat there.";
      case TOO_EARLY -> "Confirm it from 24 hours before.";
      case TOO_LATE -> "It starts in less than 24 hours; say that you cannot come.";
    };
  }

  private void plan(RoutingContext context) {
    Session session = SessionGate.of(context);
    Optional<ShiftPlan> plan = wanted(context);
    if (plan.isEmpty()) {
      return;
    }
    Answers.after(
        context,
        journalled(session, plan.get().id(), () -> calendar().plan(plan.get())),
        planned -> {
          switch (planned) {
            case KEPT ->
                Answers.json(context, 201, new JsonObject().put("plan", plan.get().id().hex()));
            case FULL, OUT_OF_RULE -> notPlanned(context, planned);
          }
        });
  }

  /// The plan that is asked for; without one the answer is given.
  private Optional<ShiftPlan> wanted(RoutingContext context) {
    Optional<ShiftPlan> plan =
        ShiftText.plan(Contract.body(context))
            .filter(read -> SessionGate.of(context).services().contains(read.service()))
            .filter(
                read ->
                    parts
                        .site()
                        .services()
                        .find(read.service())
                        .filter(service -> isFor(service, read.lane()))
                        .isPresent());
    if (plan.isEmpty()) {
      Problem.of(422, "No such plan can be: look at service, lane, date, times, rule and roles.")
          .answer(context);
    }
    return plan;
  }

  /// On a lane that the service has not, a shift would let nobody on duty.
  private static boolean isFor(Service service, String lane) {
    return lane.isEmpty() || service.lanes().contains(lane);
  }

  private static void notPlanned(RoutingContext context, Shifts.Planned why) {
    if (why == Shifts.Planned.FULL) {
      Problem.of(507, "There are 200 plans; end some that are not used any more.").answer(context);
    } else {
      Problem.of(422, "The first date must be one of the rule's, today or later.").answer(context);
    }
  }

  /// Another plan from its first day on.
  private void replace(RoutingContext context) {
    Session session = SessionGate.of(context);
    PlanId old = ShiftText.planId(Contract.body(context));
    Optional<ShiftPlan> next = wanted(context);
    if (next.isEmpty()) {
      return;
    }
    Answers.after(
        context,
        journalled(session, old, () -> calendar().replace(session.services(), old, next.get())),
        came -> {
          switch (came) {
            case Shifts.Replaced replaced ->
                Answers.json(context, 201, ShiftText.printed(next.get().id(), replaced));
            case Shifts.NotPlanned not -> notPlanned(context, not.why());
            case Shifts.NoPlan none ->
                Problem.of(404, "There is no such plan of this service.").answer(context);
          }
        });
  }

  private void except(RoutingContext context) {
    Session session = SessionGate.of(context);
    JsonObject body = Contract.body(context);
    Optional<Place> place = ShiftText.place(body);
    Optional<JsonObject> asked = Optional.ofNullable(body.getJsonObject("moved"));
    Optional<Moved> moved = asked.flatMap(ShiftText::moved);
    if (place.isEmpty() || asked.isPresent() != moved.isPresent()) {
      Problem.of(422, "The day is no date, or where it is moved to is no time.").answer(context);
      return;
    }
    changed(
        context,
        journalled(
            session,
            place.get().plan(),
            () -> calendar().except(session.services(), place.get(), moved)));
  }

  private void end(RoutingContext context) {
    Session session = SessionGate.of(context);
    JsonObject body = Contract.body(context);
    PlanId plan = ShiftText.planId(body);
    Optional<LocalDate> last = ShiftText.date(body, "last");
    if (last.isEmpty()) {
      Problem.of(422, "The last day is no date.").answer(context);
      return;
    }
    changed(
        context,
        journalled(session, plan, () -> calendar().end(session.services(), plan, last.get())));
  }

  private static void changed(RoutingContext context, Future<Boolean> change) {
    Answers.after(
        context,
        change,
        done -> {
          if (done) {
            Answers.empty(context);
          } else {
            Problem.of(404, "There is no such shift, or it would move further than 14 days.")
                .answer(context);
          }
        });
  }

  /// Does it after a line in the journal.
  private <T> Future<T> journalled(Session session, PlanId plan, Doing<T> doing) {
    Act act = new Act(session.staff(), Act.Deed.SHIFT_PLAN, plan.bytes());
    return parts
        .staff()
        .journal()
        .write(act, parts.clock().instant())
        .compose(written -> doing.now());
  }

  private interface Doing<T> {
    Future<T> now();
  }

  private void feed(RoutingContext context) {
    Answers.after(
        context,
        calendar().renewFeed(SessionGate.of(context).staff()),
        secret ->
            Answers.json(
                context,
                201,
                new JsonObject().put("path", ShiftFeed.PATH + secret.reveal() + ".ics")));
  }
}
