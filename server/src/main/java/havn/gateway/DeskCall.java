package havn.gateway;

import havn.kernel.id.ServiceId;
import havn.line.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Calls whoever does not look at their console and is alone on duty, or is needed by somebody in
/// danger. Belongs to the console's event loop.
final class DeskCall {

  /// A line is shown up to four times a second; the store decides whether there is a call at all.
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  /// Of somebody in danger the phone tells once. Whoever has not looked for so long since they said
  /// it is called as for anybody who waits, again and again.
  private static final Duration IN_OTHER_WORDS = Duration.ofMinutes(3);

  private final DeskState.AtDesk at;
  private final House house;
  private Instant called = Instant.MIN;
  private boolean isCalled;

  /// Those in danger in each line that is shown.
  private final Map<ServiceId, List<Waiter>> endangered = new HashMap<>();

  DeskCall(DeskState.AtDesk at, House house) {
    this.at = at;
    this.house = house;
  }

  /// What is shown of a line.
  void line(ServiceId service, LineView.Shown line) {
    isCalled = line.called().contains(at.device());
    endangered.put(service, isCalled ? line.endangered() : List.of());
  }

  /// These lines are shown, and no others.
  void shows(Set<ServiceId> services) {
    endangered.keySet().retainAll(services);
    isCalled = isCalled && !services.isEmpty();
  }

  /// Nobody looks at the console. Of somebody in danger its person is told in other words, for
  /// each, and for three minutes not also that somebody waits.
  void unseen() {
    Instant now = house.time().instant();
    List<Waiter> waiting = endangered.values().stream().flatMap(List::stream).toList();
    house.danger().unseenInLine(waiting, at.session().staff());
    boolean isToldJustNow =
        waiting.stream()
            .anyMatch(waiter -> now.isBefore(waiter.endangeredSince().plus(IN_OTHER_WORDS)));
    if (isCalled && !isToldJustNow && !now.isBefore(called.plus(BETWEEN))) {
      called = now;
      var unused = house.calls().somebodyWaits(at.session().staff());
    }
  }
}
