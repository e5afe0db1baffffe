package havn.boot;

import havn.config.Settings;
import havn.service.Service;
import havn.service.ServiceBook;
import havn.service.ServiceText;
import havn.service.postgres.ServiceStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Puts services where servers find them, from the command line.
public final class Shelf {

  private Shelf() {}

  /// Stores every document (name → text), or none of them: when one does not hold, the refusal
  /// names each fault with its document. Answers the ids.
  public static List<String> put(Settings settings, Map<String, String> documents) throws Refusal {
    List<String> faults = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    documents.forEach(
        (name, text) -> {
          switch (ServiceText.read(text)) {
            case ServiceText.Read read -> ids.add(read.service().id().slug());
            case ServiceText.Refused refused ->
                refused.faults().forEach(fault -> faults.add(name + ": " + fault));
          }
        });
    if (!faults.isEmpty()) {
      throw new Refusal(String.join("\n", faults));
    }
    List<String> all = new ArrayList<>(list(settings));
    all.addAll(ids);
    if (all.stream().distinct().count() > ServiceBook.MOST_SERVICES) {
      throw new Refusal("there may be at most " + ServiceBook.MOST_SERVICES + " services");
    }
    List<String> refused =
        PostgresVisit.doing(
            settings, pool -> ServiceStores.in(pool).put(List.copyOf(documents.values())));
    if (!refused.isEmpty()) {
      throw new Refusal(String.join("\n", refused));
    }
    return ids;
  }

  /// The ids of all services, in order.
  public static List<String> list(Settings settings) throws Refusal {
    return PostgresVisit.doing(
        settings,
        pool ->
            ServiceStores.in(pool)
                .all()
                .map(all -> all.stream().map(Service::id).map(id -> id.slug()).toList()));
  }
}
