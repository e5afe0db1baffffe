package havn.correspondence;

import havn.kernel.id.ServiceId;
import java.util.Set;

/// The services whose texts one provider carries.
///
/// @param provider as it is named in settings
/// @param templates whether it takes free text only for 24 hours after a word over it
/// @param except whether it carries all but these
public record Carried(String provider, boolean templates, Set<ServiceId> services, boolean except) {

  public static final Carried ALL = new Carried("simulator", false, Set.of(), true);

  public Carried {
    services = Set.copyOf(services);
  }

  public String[] slugs() {
    return services.stream().map(ServiceId::slug).toArray(String[]::new);
  }
}
