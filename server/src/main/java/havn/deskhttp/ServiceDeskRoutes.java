package havn.deskhttp;

import havn.alarm.AlarmRules;
import havn.duty.DeskHours;
import havn.duty.DeskRules;
import havn.duty.DeskSign;
import havn.duty.Instead;
import havn.duty.Lateness;
import havn.duty.Press;
import havn.duty.ServiceDesk;
import havn.duty.ServiceState;
import havn.hours.OpeningHours;
import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.ServiceId;
import havn.line.Waiter;
import havn.login.Session;
import havn.matching.Overtime;
import havn.service.Service;
import havn.staff.Right;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What visitors are told of one's own services now, and the presses that change it.
record ServiceDeskRoutes(DeskParts parts, SessionGate gate) {

  private static final int NOT_ON_DUTY = 4005;

  void addTo(Contract.Routes routes) {
    routes.on("serviceDesks", gate.anybody(), gate.mayInShift(Right.SEE_DESK), this::desks);
    routes.on("pressDesk", gate.anybody(), gate.may(Right.SET_DESK), gate.listed(), this::press);
  }

  private void desks(RoutingContext context) {
    Session session = SessionGate.of(context);
    List<Future<JsonObject>> asked =
        session.services().stream()
            .sorted(Comparator.comparing(ServiceId::slug))
            .flatMap(id -> parts.site().services().find(id).stream())
            .map(service -> desk(service, session))
            .toList();
    Answers.after(
        context,
        Future.all(asked).compose(all -> WithinShifts.services(parts, session, Right.SEE_DESK)),
        seen -> {
          JsonArray desks = new JsonArray();
          asked.stream().map(Future::result).filter(one -> shows(one, seen)).forEach(desks::add);
          Answers.json(context, 200, new JsonObject().put("desks", desks));
        });
  }

  /// Whoever's shift is over sees the services of which they still have chats, and no others.
  private static boolean shows(JsonObject desk, Set<ServiceId> seen) {
    String own = printed(Overtime.Whose.OWN);
    return seen.contains(new ServiceId(desk.getString("service")))
        || desk.getString("overtime").equals(own)
        || desk.getString("afterShift").equals(own);
  }

  private Future<JsonObject> desk(Service service, Session session) {
    boolean leads = Right.SEE_ALARMS.has(session.role());
    Future<ServiceState> state = parts.duty().availability().of(service.id());
    Future<List<Lateness.Late>> late =
        state.compose(now -> parts.duty().lateness().of(service, now));
    Future<List<Waiter>> line =
        leads ? parts.duty().lines().waiting(service.id()) : Future.succeededFuture(List.of());
    Future<DeskSign> sign = parts.duty().desk().sign(service.id());
    Future<Overtime.Whose> overtime =
        sign.compose(set -> parts.duty().overtime().at(service, set, session.device(), leads));
    boolean answers = Right.TAKE_CHATS.has(session.role());
    Future<Overtime.AfterShift> afterShift =
        parts.duty().overtime().afterShift(service.id(), session.device(), answers);
    Future<Boolean> onDuty =
        session
            .device()
            .map(device -> parts.duty().desk().onDuty(device, service.id()))
            .orElseGet(() -> Future.succeededFuture(false));
    return Future.all(List.of(state, late, line, overtime, afterShift, onDuty))
        .map(
            all ->
                printed(service, state.result(), sign.result(), session)
                    .mergeIn(alarms(leads ? late.result() : List.of()))
                    .put(
                        "untakenSince",
                        printed(AlarmRules.untaken(line.result(), parts.clock().instant())))
                    .put("onDuty", onDuty.result())
                    .put("overtime", printed(overtime.result()))
                    .put("afterShift", printed(afterShift.result().whose()))
                    .put("afterShiftAgain", afterShift.result().again()));
  }

  private JsonObject alarms(List<Lateness.Late> late) {
    Instant now = parts.clock().instant();
    List<Lateness.Late> told = late.stream().filter(one -> one.alarms(now)).toList();
    List<String> lanes = told.stream().flatMap(one -> one.lane().stream()).sorted().toList();
    return new JsonObject()
        .put("alarm", told.stream().anyMatch(one -> one.lane().isEmpty()))
        .put("lateLanes", new JsonArray(lanes));
  }

  private JsonObject printed(Service service, ServiceState state, DeskSign sign, Session session) {
    Instant now = parts.clock().instant();
    DeskHours desk = DeskHours.of(service.opening(), sign, now);
    boolean leads = Right.SEE_ALARMS.has(session.role());
    JsonObject records = new JsonObject();
    service.words().records().forEach(records::put);
    return new JsonObject()
        .put("service", service.id().slug())
        .put("name", service.shownInNorwegian())
        .put("state", state.staffing().printed())
        .put("admits", state.admission().printed())
        .put("waiting", state.waiting())
        .put("records", records)
        .put("mode", desk.mode().printed())
        .put("presses", presses(sign, service.opening(), now))
        .put("stayUntil", printed(desk.stay().map(DeskSign.Stay::until)))
        .put("opensAt", printed(state.opensAt()))
        .put("closesAt", printed(state.closesAt()))
        .put("lateSince", printed(state.lateSince()))
        .put(
            "calendarEnds",
            leads ? service.opening().endsSoon(now).map(LocalDate::toString).orElse(null) : null)
        .put(
            "insteadEnds",
            leads ? Instead.endsSoon(service, now).map(LocalDate::toString).orElse(null) : null);
  }

  private static JsonArray presses(DeskSign sign, OpeningHours hours, Instant now) {
    return new JsonArray(DeskRules.having(sign, hours, now).stream().map(Press::printed).toList());
  }

  private static String printed(Overtime.Whose overtime) {
    return overtime.name().toLowerCase(Locale.ROOT);
  }

  private void press(RoutingContext context) {
    Session session = SessionGate.of(context);
    JsonObject body = Contract.body(context);
    ServiceId service = new ServiceId(body.getString("service"));
    Press press = Press.parse(body.getString("press")).orElseThrow();
    Answers.after(
        context,
        session
            .device()
            .map(device -> parts.duty().desk().press(session.staff(), device, service, press))
            .orElseGet(() -> Future.succeededFuture(new ServiceDesk.Pressed.NotOnDuty())),
        pressed -> {
          switch (pressed) {
            case ServiceDesk.Pressed.Done done -> Answers.empty(context);
            case ServiceDesk.Pressed.NotOnDuty not ->
                new Problem(
                        403,
                        NOT_ON_DUTY,
                        "This browser is not on duty for this service.",
                        "Go on duty for it first.")
                    .answer(context);
            case ServiceDesk.Pressed.Refused refused -> refuse(context, refused.reason());
          }
        });
  }

  private static void refuse(RoutingContext context, DeskRules.Reason reason) {
    String detail =
        switch (reason) {
          case OUTSIDE_HOURS ->
              "Its hours do not run; a coordinator opens by a dated exception in its hours.";
          case CLOSED_NOW -> "It was closed for now; open it first.";
          case NEVER_CLOSES -> "It has no closing time to stay beyond.";
          case LONG_ENOUGH ->
              "It stays open four hours longer already; more is a dated exception in its hours.";
        };
    new Problem(409, 0, "This press has no effect now.", detail).answer(context);
  }

  private static JsonArray printed(List<Instant> all) {
    return new JsonArray(all.stream().map(Instant::toString).toList());
  }

  private static @Nullable String printed(Optional<Instant> at) {
    return at.map(Instant::toString).orElse(null);
  }
}
