package havn.deskhttp;

import havn.hours.DayTime;
import havn.hours.Times;
import havn.kernel.id.PlanId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.time.SystemTime;
import havn.shift.Filled;
import havn.shift.Moved;
import havn.shift.Place;
import havn.shift.Recurrence;
import havn.shift.Seat;
import havn.shift.SeatAct;
import havn.shift.SeatNews;
import havn.shift.ShiftPlan;
import havn.shift.Shifts;
import havn.staff.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Shifts as the console reads and writes them. Reading answers empty for what the contract let
/// pass but no calendar has.
final class ShiftText {

  private ShiftText() {}

  /// A new plan.
  static Optional<ShiftPlan> plan(JsonObject body) {
    Optional<LocalDate> first = date(body, "first");
    Optional<Times> times = times(body);
    Optional<Recurrence> rule = Recurrence.parse(body.getString("rule"));
    Optional<ZoneId> zone = zone(body.getString("zone", SystemTime.OSLO.getId()));
    Set<Role> roles = new HashSet<>();
    body.getJsonArray("roles").forEach(role -> Role.parse((String) role).ifPresent(roles::add));
    if (first.isEmpty()
        || times.isEmpty()
        || rule.isEmpty()
        || zone.isEmpty()
        || roles.isEmpty()
        || roles.contains(Role.AUDITOR)) {
      return Optional.empty();
    }
    List<String> languages =
        body.getJsonArray("languages").stream().map(String.class::cast).distinct().toList();
    return Optional.of(
        new ShiftPlan(
            PlanId.fresh(),
            new ServiceId(body.getString("service")),
            body.getString("lane"),
            first.get(),
            rule.get().last(first.get()),
            times.get(),
            zone.get(),
            rule.get(),
            Map.of(),
            body.getInteger("seats"),
            roles,
            languages));
  }

  static Optional<Moved> moved(JsonObject body) {
    return date(body, "day").flatMap(day -> times(body).map(times -> new Moved(day, times)));
  }

  static Optional<Place> place(JsonObject body) {
    return date(body, "day").map(day -> new Place(planId(body), day));
  }

  static PlanId planId(JsonObject body) {
    return new PlanId(body.getString("plan"));
  }

  static Optional<SeatAct> act(JsonObject body) {
    Optional<Place> place = place(body);
    int seat = body.getInteger("seat", 0);
    Optional<Place> theirs =
        Optional.ofNullable(body.getJsonObject("theirs")).flatMap(ShiftText::place);
    return place.flatMap(
        own ->
            switch (body.getString("act")) {
              case "sign-up" -> Optional.of(new SeatAct.SignUp(own));
              case "take-back" -> Optional.of(new SeatAct.TakeBack(own));
              case "cannot-come" -> Optional.of(new SeatAct.CannotCome(own));
              case "confirm" -> Optional.of(new SeatAct.Confirm(own));
              case "offer" -> Optional.of(new SeatAct.Offer(own));
              case "keep" -> Optional.of(new SeatAct.Keep(own));
              case "take-over" -> Optional.of(new SeatAct.TakeOver(own, seat));
              case "ask-swap" -> theirs.map(other -> new SeatAct.AskSwap(own, other, seat));
              case "accept-swap" -> theirs.map(other -> new SeatAct.AcceptSwap(own, other, seat));
              default -> theirs.map(other -> new SeatAct.DeclineSwap(own, other, seat));
            });
  }

  static Optional<LocalDate> date(JsonObject body, String name) {
    try {
      return Optional.of(LocalDate.parse(body.getString(name)));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static Optional<Times> times(JsonObject body) {
    return DayTime.parse(body.getString("from"))
        .flatMap(from -> DayTime.parse(body.getString("to")).flatMap(to -> Times.of(from, to)));
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  /// A shift as this person sees it.
  ///
  /// @param mine every seat of theirs that is shown
  static JsonObject printed(Filled shift, StaffId who, Set<Seat.Wanted> mine, Instant now) {
    ShiftPlan plan = shift.plan();
    JsonArray seats = new JsonArray();
    shift.seats().forEach(seat -> seats.add(printed(seat, who, mine)));
    return printed(shift.occurrence().place())
        .put("service", plan.service().slug())
        .put("lane", plan.lane())
        .put("from", shift.occurrence().start().toString())
        .put("to", shift.occurrence().end().toString())
        .put("seats", plan.seats())
        .put("roles", roles(plan))
        .put("languages", new JsonArray(plan.languages()))
        .put("gap", shift.gap(now))
        .put("alarm", shift.alarm(now).printed())
        .put("taken", seats);
  }

  private static JsonObject printed(Seat seat, StaffId who, Set<Seat.Wanted> mine) {
    boolean own = seat.holder().id().equals(who);
    return new JsonObject()
        .put("seat", seat.number())
        .put("name", seat.holder().shownName())
        .put("mine", own)
        .put("confirmed", seat.confirmed())
        .put("offered", seat.offered())
        .put(
            "asks",
            seat.wanted()
                .filter(wanted -> own || mine.contains(wanted))
                .map(wanted -> printed(wanted.place()).put("seat", wanted.number()))
                .orElse(null));
  }

  private static JsonObject printed(Place place) {
    return new JsonObject().put("plan", place.plan().hex()).put("day", place.day().toString());
  }

  /// A plan that took the place of another, and who lost a seat by it.
  static JsonObject printed(PlanId plan, Shifts.Replaced replaced) {
    JsonArray lost = new JsonArray();
    replaced
        .lost()
        .forEach(
            seat ->
                lost.add(
                    new JsonObject()
                        .put("name", seat.holder().shownName())
                        .put("day", seat.place().day().toString())));
    return new JsonObject().put("plan", plan.hex()).put("kept", replaced.kept()).put("lost", lost);
  }

  static JsonObject printed(ShiftPlan plan) {
    return new JsonObject()
        .put("plan", plan.id().hex())
        .put("service", plan.service().slug())
        .put("lane", plan.lane())
        .put("first", plan.first().toString())
        .put("last", plan.last().map(LocalDate::toString).orElse(null))
        .put("from", plan.times().from().toString())
        .put("to", plan.times().to().toString())
        .put("zone", plan.zone().getId())
        .put("rule", plan.recurrence().rule())
        .put("exceptions", plan.exceptions().size())
        .put("seats", plan.seats())
        .put("roles", roles(plan))
        .put("languages", new JsonArray(plan.languages()));
  }

  static JsonObject printed(SeatNews news) {
    return new JsonObject()
        .put("number", news.number())
        .put("what", news.what().printed())
        .put("service", news.service().slug())
        .put("day", news.day().toString());
  }

  private static JsonArray roles(ShiftPlan plan) {
    return new JsonArray(plan.roles().stream().map(Role::printed).sorted().toList());
  }
}
