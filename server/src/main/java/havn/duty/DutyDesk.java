package havn.duty;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps the records of devices on duty.
public final class DutyDesk {

  private final Presences presences;
  private final InstantSource time;

  public DutyDesk(Presences presences, InstantSource time) {
    this.presences = presences;
    this.time = time;
  }

  /// Writes or renews the shift's record for each of its services.
  ///
  /// @param load open chats
  public Future<Void> beat(Shift shift, int load) {
    return beat(shift, load, time.instant());
  }

  /// The same for a device that gave its last sign of life then.
  public Future<Void> beat(Shift shift, int load, Instant seen) {
    return put(shift, load, seen);
  }

  /// The device lost its connection: it is still there, and gets nobody new until it beats again.
  public Future<Void> stumble(Shift shift, int load, Instant seen) {
    Instant unsteady = time.instant().minus(DutyRecord.UNSTEADY);
    return put(shift, load, seen.isBefore(unsteady) ? seen : unsteady);
  }

  private Future<Void> put(Shift shift, int load, Instant beat) {
    Instant now = time.instant();
    Map<Abilities, Set<ServiceId>> alike = new HashMap<>();
    for (ServiceId service : shift.services()) {
      shift
          .able(service, now)
          .ifPresent(able -> alike.computeIfAbsent(able, none -> new HashSet<>()).add(service));
    }
    List<Future<Void>> written = new ArrayList<>();
    alike.forEach(
        (able, services) -> written.add(presences.put(services, record(shift, able, load, beat))));
    Future<?> all = Future.all(written);
    return all.mapEmpty();
  }

  private static DutyRecord record(Shift shift, Abilities able, int load, Instant beat) {
    return new DutyRecord(
        shift.device(),
        shift.until(),
        beat,
        shift.onBreak(),
        load,
        shift.capacity(),
        shift.keepsOpen(),
        shift.takes(),
        shift.reach().map(Reach::of),
        shift.name(),
        able);
  }

  /// Those of a service who are silent, whom a text would reach, and who had chats when they were
  /// heard last.
  public Future<List<DutyRecord>> silent(ServiceId service) {
    Instant now = time.instant();
    return presences
        .of(service)
        .map(
            all ->
                all.stream()
                    .filter(record -> record.load() > 0 && record.textable(now).isPresent())
                    .toList());
  }

  /// They have so many chats by now; without effect once they were heard again.
  public Future<Boolean> load(ServiceId service, DutyRecord record, int load) {
    return presences.load(service, record, load, time.instant());
  }

  /// Off duty for these services.
  public Future<Void> off(Shift shift, Set<ServiceId> services) {
    return off(shift.device(), services);
  }

  /// Whatever shift the device has.
  public Future<Void> off(DeviceId device, Set<ServiceId> services) {
    return presences.drop(services, device, time.instant());
  }
}
