package havn.correspondence;

import havn.kernel.id.ServiceId;
import java.util.Set;

/// The services whose texts one provider carries.
///
/// @param except whether it carries all but these
public record Carried(Set<ServiceId> services, boolean except) {

  public static final Carried ALL = new Carried(Set.of(), true);

  public Carried {
    services = Set.copyOf(services);
  }

  public String[] slugs() {
    return services.stream().map(ServiceId::slug).toArray(String[]::new);
  }
}
