package havn.shift.postgres;

import havn.hours.DayTime;
import havn.hours.Times;
import havn.kernel.id.PlanId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.shift.Moved;
import havn.shift.Place;
import havn.shift.Recurrence;
import havn.shift.Seat;
import havn.shift.ShiftPlan;
import havn.staff.Role;
import havn.staff.StaffMember;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Plans and seats as rows.
final class Rows {

  static final String PLAN =
      "p.id, p.service, p.lane, p.first_day, p.last_day, p.starts, p.ends, p.zone, p.rule,"
          + " p.exceptions, p.seats, p.roles, p.languages";
  static final String SEAT =
      "s.plan, s.day, s.seat, s.staff, s.confirmed, s.offered, s.wanted_plan, s.wanted_day,"
          + " s.wanted_seat, m.shown_name, m.role AS member_role, m.services AS member_services";

  private Rows() {}

  static Buffer key(PlanId id) {
    return Buffer.buffer(id.bytes());
  }

  static Buffer key(StaffId id) {
    return Buffer.buffer(id.bytes());
  }

  static Tuple of(ShiftPlan plan) {
    return Tuple.tuple()
        .addBuffer(key(plan.id()))
        .addString(plan.service().slug())
        .addString(plan.lane())
        .addLocalDate(plan.first())
        .addLocalDate(plan.last().orElse(null))
        .addString(plan.times().from().toString())
        .addString(plan.times().to().toString())
        .addString(plan.zone().getId())
        .addString(plan.recurrence().rule())
        .addValue(exceptions(plan.exceptions()))
        .addInteger(plan.seats())
        .addArrayOfString(plan.roles().stream().map(Role::printed).sorted().toArray(String[]::new))
        .addArrayOfString(plan.languages().toArray(String[]::new));
  }

  static JsonObject exceptions(Map<LocalDate, Optional<Moved>> exceptions) {
    JsonObject printed = new JsonObject();
    exceptions.forEach(
        (day, moved) -> printed.put(day.toString(), moved.map(Rows::printed).orElse(null)));
    return printed;
  }

  private static JsonObject printed(Moved moved) {
    return new JsonObject()
        .put("day", moved.day().toString())
        .put("from", moved.times().from().toString())
        .put("to", moved.times().to().toString());
  }

  static ShiftPlan plan(Row row) {
    return new ShiftPlan(
        PlanId.of(row.getBuffer("id").getBytes()).orElseThrow(),
        new ServiceId(row.getString("service")),
        row.getString("lane"),
        row.getLocalDate("first_day"),
        Optional.ofNullable(row.getLocalDate("last_day")),
        times(row.getString("starts"), row.getString("ends")),
        ZoneId.of(row.getString("zone")),
        new Recurrence(row.getString("rule")),
        exceptions(row.getJsonObject("exceptions")),
        row.getInteger("seats"),
        Arrays.stream(row.getArrayOfStrings("roles"))
            .map(role -> Role.parse(role).orElseThrow())
            .collect(Collectors.toUnmodifiableSet()),
        List.of(row.getArrayOfStrings("languages")));
  }

  private static Map<LocalDate, Optional<Moved>> exceptions(JsonObject printed) {
    Map<LocalDate, Optional<Moved>> exceptions = new HashMap<>();
    for (String day : printed.fieldNames()) {
      exceptions.put(
          LocalDate.parse(day),
          Optional.ofNullable(printed.getJsonObject(day))
              .map(
                  moved ->
                      new Moved(
                          LocalDate.parse(moved.getString("day")),
                          times(moved.getString("from"), moved.getString("to")))));
    }
    return exceptions;
  }

  private static Times times(String from, String to) {
    return new Times(DayTime.parse(from).orElseThrow(), DayTime.parse(to).orElseThrow());
  }

  static Tuple of(Seat seat) {
    Optional<Seat.Wanted> wanted = seat.wanted();
    return Tuple.tuple()
        .addBuffer(key(seat.place().plan()))
        .addLocalDate(seat.place().day())
        .addInteger(seat.number())
        .addBuffer(key(seat.holder().id()))
        .addBoolean(seat.confirmed())
        .addBoolean(seat.offered())
        .addBuffer(wanted.map(w -> key(w.place().plan())).orElse(null))
        .addLocalDate(wanted.map(w -> w.place().day()).orElse(null))
        .addInteger(wanted.map(Seat.Wanted::number).orElse(null));
  }

  static Seat seat(Row row) {
    return new Seat(
        new Place(
            PlanId.of(row.getBuffer("plan").getBytes()).orElseThrow(), row.getLocalDate("day")),
        row.getInteger("seat"),
        new StaffMember(
            StaffId.of(row.getBuffer("staff").getBytes()).orElseThrow(),
            row.getString("shown_name"),
            Role.parse(row.getString("member_role")).orElseThrow(),
            Arrays.stream(row.getArrayOfStrings("member_services"))
                .map(ServiceId::new)
                .collect(Collectors.toUnmodifiableSet())),
        row.getBoolean("confirmed"),
        row.getBoolean("offered"),
        Optional.ofNullable(row.getBuffer("wanted_plan"))
            .flatMap(plan -> PlanId.of(plan.getBytes()))
            .map(
                plan ->
                    new Seat.Wanted(
                        new Place(plan, row.getLocalDate("wanted_day")),
                        row.getInteger("wanted_seat"))));
  }
}
