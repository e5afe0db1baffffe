package havn.service;

import havn.kernel.id.ServiceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Whether services may name each other for the time after hours. A transfer has one step: whoever
/// is named may name an organisation by phone, and no service. Pure.
public final class Transfers {

  private Transfers() {}

  /// What is wrong among all services together: sentences with service, path and fix.
  public static List<String> faults(Collection<Service> all) {
    Map<ServiceId, Service> known =
        all.stream().collect(Collectors.toMap(Service::id, Function.identity()));
    List<String> faults = new ArrayList<>();
    for (Service service : all) {
      target(service)
          .flatMap(to -> fault(service, to, Optional.ofNullable(known.get(to))))
          .ifPresent(fault -> faults.add(service.id() + ": afterHours.service " + fault));
    }
    return List.copyOf(faults);
  }

  /// The service that this one names.
  public static Optional<ServiceId> target(Service service) {
    return service.afterHours().flatMap(Transfers::target);
  }

  private static Optional<ServiceId> target(AfterHours afterHours) {
    return switch (afterHours) {
      case AfterHours.Phone phone -> Optional.empty();
      case AfterHours.Transfer transfer -> Optional.of(transfer.service());
    };
  }

  private static Optional<String> fault(Service from, ServiceId to, Optional<Service> target) {
    if (to.equals(from.id())) {
      return Optional.of("names the service itself; name another one, or leave afterHours out");
    }
    if (target.isEmpty()) {
      return Optional.of(
          "names %s, which is no service; mend the spelling, or store that one in the same step"
              .formatted(to));
    }
    if (target.get().audience() != from.audience()) {
      return Optional.of(
          "names %s, which is for %s while this one is for %s, and those are never joined; name a"
                  .formatted(to, target.get().audience().printed(), from.audience().printed())
              + " service for %s, or an organisation by phone"
                  .formatted(from.audience().printed()));
    }
    return target(target.get())
        .map(
            next ->
                ("names %s, which itself hands over to %s, and a visitor is not sent on twice;"
                        + " take afterHours out of %s, or name another service")
                    .formatted(to, next, to));
  }
}
