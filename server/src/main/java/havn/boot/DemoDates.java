package havn.boot;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What of a demonstration's service is the demonstration's own, whoever wrote the rest: openings
/// with its note, which are for today and tomorrow, and the address of its host page.
record DemoDates(LocalDate today, String host) {

  static final String NOTE = "demo: open all day";

  private static final Pattern HOST = Pattern.compile("http://localhost:[0-9]{1,5}");

  /// The document with those brought up to date; empty when they are. One from which a coordinator
  /// took them gets none back.
  Optional<String> renewed(String document) {
    JsonObject before = new JsonObject(document);
    JsonObject after = before.copy();
    if (after.getValue("hours") instanceof JsonObject hours
        && hours.getValue("exceptions") instanceof JsonArray exceptions) {
      hours.put("exceptions", renewed(exceptions));
    }
    if (after.getValue("origins") instanceof JsonArray origins) {
      after.put("origins", hosted(origins));
    }
    return after.equals(before) ? Optional.empty() : Optional.of(after.encode());
  }

  private JsonArray renewed(JsonArray exceptions) {
    List<Object> others = new ArrayList<>();
    List<Object> own = new ArrayList<>();
    for (Object each : exceptions) {
      boolean marked = each instanceof JsonObject one && NOTE.equals(one.getValue("note"));
      (marked ? own : others).add(each);
    }
    if (own.isEmpty()) {
      return exceptions;
    }
    JsonArray all = new JsonArray();
    all.add(opening(today)).add(opening(today.plusDays(1)));
    others.forEach(all::add);
    return all;
  }

  private static JsonObject opening(LocalDate day) {
    return new JsonObject().put("date", day.toString()).put("open", true).put("note", NOTE);
  }

  private JsonArray hosted(JsonArray origins) {
    JsonArray hosted = new JsonArray();
    origins.forEach(
        each -> hosted.add(each instanceof String at && HOST.matcher(at).matches() ? host : each));
    return hosted;
  }
}
