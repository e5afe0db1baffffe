package havn.deskhttp;

import havn.service.Draft;
import havn.service.Edition;
import havn.service.Editions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Prints what coordinators write about services.
final class EditionText {

  private EditionText() {}

  /// A service in the list.
  static JsonObject listed(Editions.Desk desk) {
    JsonObject document = newest(desk).orElseGet(() -> draft(desk.draft()).orElseThrow());
    return new JsonObject()
        .put("id", desk.service().slug())
        .put("names", document.getValue("names") instanceof JsonObject names ? names : null)
        .put("off", Boolean.TRUE.equals(document.getValue("off")))
        .put("edition", desk.newest())
        .put("published", desk.editions().stream().findFirst().map(EditionText::when).orElse(null))
        .put("by", desk.editions().stream().findFirst().flatMap(Edition::by).orElse(null))
        .put("draft", desk.draft().isPresent());
  }

  /// All there is about one.
  static JsonObject printed(Editions.Desk desk) {
    return new JsonObject()
        .put("id", desk.service().slug())
        .put("edition", desk.newest())
        .put("document", newest(desk).orElse(null))
        .put(
            "before",
            desk.editions().size() > 1 ? new JsonObject(desk.editions().get(1).document()) : null)
        .put("editions", new JsonArray(desk.editions().stream().map(EditionText::printed).toList()))
        .put("draft", desk.draft().map(EditionText::printed).orElse(null));
  }

  /// It was done.
  static JsonObject came(String name, long number) {
    return printed(name, number, List.of());
  }

  /// It was not done.
  static JsonObject faults(String name, List<String> faults) {
    return printed(name, null, faults);
  }

  private static JsonObject printed(String name, @Nullable Long number, List<String> faults) {
    return new JsonObject().put(name, number).put("faults", new JsonArray(faults));
  }

  private static JsonObject printed(Edition edition) {
    return new JsonObject()
        .put("number", edition.number())
        .put("published", when(edition))
        .put("by", edition.by().orElse(null));
  }

  private static JsonObject printed(Draft draft) {
    return new JsonObject()
        .put("document", new JsonObject(draft.document()))
        .put("base", draft.base())
        .put("revision", draft.revision())
        .put("changed", draft.changed().toString());
  }

  private static Optional<JsonObject> newest(Editions.Desk desk) {
    return desk.editions().stream().findFirst().map(edition -> new JsonObject(edition.document()));
  }

  private static Optional<JsonObject> draft(Optional<Draft> draft) {
    return draft.map(kept -> new JsonObject(kept.document()));
  }

  private static String when(Edition edition) {
    return edition.published().toString();
  }
}
