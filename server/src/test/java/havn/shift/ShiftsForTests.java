package havn.shift;

import havn.hours.DayTime;
import havn.hours.Times;
import havn.kernel.id.PlanId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.time.SystemTime;
import havn.staff.Role;
import havn.staff.StaffMember;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Plans and people for tests.
public final class ShiftsForTests {

  public static final ServiceId SERVICE = new ServiceId("pro-mann");

  private ShiftsForTests() {}

  public static Times times(String from, String to) {
    return new Times(DayTime.parse(from).orElseThrow(), DayTime.parse(to).orElseThrow());
  }

  public static ShiftPlan plan(String first, String from, String to, String rule, int seats) {
    Recurrence recurrence = new Recurrence(rule);
    LocalDate day = LocalDate.parse(first);
    return new ShiftPlan(
        PlanId.fresh(),
        SERVICE,
        "",
        day,
        recurrence.last(day),
        times(from, to),
        SystemTime.OSLO,
        recurrence,
        Map.of(),
        seats,
        Set.of(Role.WORKER, Role.VOLUNTEER),
        List.of("nb"));
  }

  public static StaffMember person(String name, Role role) {
    return new StaffMember(StaffId.fresh(), name, role, Set.of(SERVICE));
  }

  public static Place place(ShiftPlan plan, String day) {
    return new Place(plan.id(), LocalDate.parse(day));
  }

  public static Optional<Moved> moved(String day, String from, String to) {
    return Optional.of(new Moved(LocalDate.parse(day), times(from, to)));
  }
}
