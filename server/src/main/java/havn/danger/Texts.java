package havn.danger;

import havn.duty.Calls;
import havn.kernel.id.StaffId;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Texts to whoever is on duty and does not look while a call for help stands, or somebody in
/// danger waits: one to a person for each, as the store behind the phones sees to. What fails is
/// tried again with the next look.
final class Texts {

  /// Remembered here, so that the store is not asked four times a second; then all is forgotten.
  private static final int MOST = 1_000;

  private final Calls phones;
  private final Set<Told> told = ConcurrentHashMap.newKeySet();

  private record Told(String name, StaffId who) {}

  Texts(Calls phones) {
    this.phones = phones;
  }

  /// @param name of the call, or of who waits
  void tell(String name, Instant since, Set<StaffId> who) {
    if (told.size() > MOST) {
      told.clear();
    }
    Set<StaffId> untold =
        who.stream()
            .filter(one -> told.add(new Told(name, one)))
            .collect(Collectors.toUnmodifiableSet());
    if (!untold.isEmpty()) {
      var unused =
          phones
              .inDanger(untold, name, since)
              .onFailure(failure -> untold.forEach(one -> told.remove(new Told(name, one))));
    }
  }
}
