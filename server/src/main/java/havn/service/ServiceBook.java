package havn.service;

import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All services in memory, so that every event loop reads them without asking a store. Refreshed by
/// whoever owns a timer; between refreshes, and while the store does not answer, it says what it
/// said before.
public final class ServiceBook {

  public static final int MOST_SERVICES = 100;

  private final ServiceStore store;
  private volatile Map<ServiceId, Service> services = Map.of();

  public ServiceBook(ServiceStore store) {
    this.store = store;
  }

  /// Reads the store again. Fails, and changes nothing, when the store fails or holds more than 100
  /// services.
  public Future<Void> refresh() {
    return store.all().map(this::replace).mapEmpty();
  }

  public Optional<Service> find(ServiceId id) {
    return Optional.ofNullable(services.get(id));
  }

  public Collection<Service> all() {
    return services.values();
  }

  /// Whether some of these are for people who sell and some for people who buy.
  public boolean mixes(Collection<ServiceId> ids) {
    return Audience.mixed(ids.stream().flatMap(id -> find(id).stream()).toList());
  }

  private int replace(List<Service> read) {
    if (read.size() > MOST_SERVICES) {
      throw new IllegalStateException("more than " + MOST_SERVICES + " services are stored");
    }
    Map<ServiceId, Service> fresh = new LinkedHashMap<>();
    read.forEach(service -> fresh.put(service.id(), service));
    services = Collections.unmodifiableMap(fresh);
    return fresh.size();
  }
}
