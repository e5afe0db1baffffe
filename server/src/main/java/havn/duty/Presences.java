package havn.duty;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Where duty records are kept. A record that is not renewed for 30 minutes dies.
public interface Presences {

  Future<Void> put(Set<ServiceId> services, DutyRecord record);

  Future<Void> drop(Set<ServiceId> services, DeviceId device, Instant now);

  /// Notes that whoever is behind a record was called; false when there was a sign of life since it
  /// was read, or another process was first.
  Future<Boolean> called(ServiceId service, DutyRecord record, Instant at);

  /// Puts right how many chats somebody silent has; false when there was a sign of life since the
  /// record was read.
  Future<Boolean> load(ServiceId service, DutyRecord record, int load, Instant now);

  /// Every record of a service; some may be too old to count.
  Future<List<DutyRecord>> of(ServiceId service);

  /// Until when somebody is or was there on one of these lanes with whom the service may be open,
  /// the same for every process; remembered for 8 days. Where nothing is known it is `otherwise`,
  /// from now on.
  Future<Instant> keptUntil(ServiceId service, Collection<String> lanes, Instant otherwise);
}
