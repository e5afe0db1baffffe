package havn.danger;

import havn.duty.Calls;
import havn.kernel.id.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Texts to whoever is on duty and does not look while a call for help stands, or somebody in
/// danger waits: one to a person for each, as the store behind the phones sees to. What fails is
/// tried again with the next look.
final class Texts {

  /// Remembered here, so that the store is not asked four times a second; then all is forgotten.
  private static final int MOST = 1_000;

  /// Then the store is asked again: a text is dropped when the visitor's connection blinks, or the
  /// person's, in the second in which it would go out.
  private static final Duration REMEMBERED = Duration.ofSeconds(30);

  private final Calls phones;
  private final InstantSource time;

  /// Until when the store is not asked again.
  private final Map<Told, Instant> told = new ConcurrentHashMap<>();

  private record Told(String name, StaffId who) {}

  Texts(Calls phones, InstantSource time) {
    this.phones = phones;
    this.time = time;
  }

  void tell(Calls.Danger danger, Set<StaffId> who) {
    if (told.size() > MOST) {
      told.clear();
    }
    Instant now = time.instant();
    Set<StaffId> untold =
        who.stream()
            .filter(one -> note(new Told(danger.name(), one), now))
            .collect(Collectors.toUnmodifiableSet());
    if (!untold.isEmpty()) {
      var unused =
          phones
              .somebodyNeedsHelp(untold, danger)
              .onFailure(
                  failure -> untold.forEach(one -> told.remove(new Told(danger.name(), one))));
    }
  }

  /// Whether the store is to be asked. Two threads at once may both ask; it makes one text.
  private boolean note(Told one, Instant now) {
    Instant until = told.get(one);
    if (until != null && now.isBefore(until)) {
      return false;
    }
    told.put(one, now.plus(REMEMBERED));
    return true;
  }
}
