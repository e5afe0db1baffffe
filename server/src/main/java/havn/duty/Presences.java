package havn.duty;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;

/// Where duty records are kept. A record that is not renewed for three minutes dies.
public interface Presences {

  Future<Void> put(Set<ServiceId> services, DutyRecord record);

  Future<Void> drop(Set<ServiceId> services, DeviceId device);

  /// Every record of a service; some may be too old to count.
  Future<List<DutyRecord>> of(ServiceId service);
}
