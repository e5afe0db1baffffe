package havn.load.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The JSON for programs:
///
/// ```
/// {"version":1,
///  "machine":{"cores","processor","jdk","redis" or null,"pinned"},
///  "settings":{name: number or boolean, …},
///  "rows":[{"rung","measure","label","unit","higherIsBetter",
///           "bare":{"median","runs":[…]} or null,"full": the same,"ratio" or null,
///           "goal":{"of":"ratio"|"own","must","aim","ceiling" or null} or null,
///           "met":"aim"|"must"|"missed"|"not_set"}, …]}
/// ```
public final class Json {

  private Json() {}

  public static String of(Machine machine, Map<String, Object> settings, List<Row> rows) {
    var list = new JsonArray();
    rows.forEach(row -> list.add(row(row)));
    return new JsonObject()
        .put("version", 1)
        .put("machine", machine(machine))
        .put("settings", new JsonObject(Map.copyOf(settings)))
        .put("rows", list)
        .encodePrettily();
  }

  private static JsonObject machine(Machine machine) {
    return new JsonObject()
        .put("cores", machine.cores())
        .put("processor", machine.processor())
        .put("jdk", machine.jdk())
        .put("redis", machine.redis().orElse(null))
        .put("pinned", machine.pinned());
  }

  private static JsonObject row(Row row) {
    var measure = row.measure();
    return new JsonObject()
        .put("rung", measure.rung().number())
        .put("measure", lower(measure))
        .put("label", measure.label())
        .put("unit", measure.unit())
        .put("higherIsBetter", measure.higherIsBetter())
        .put("bare", series(row.bare()))
        .put("full", series(row.full()))
        .put("ratio", row.ratio().orElse(null))
        .put("goal", goal(measure.goal()))
        .put("met", lower(row.met()));
  }

  private static @Nullable JsonObject series(Optional<Series> series) {
    return series
        .map(s -> new JsonObject().put("median", s.median()).put("runs", new JsonArray(s.runs())))
        .orElse(null);
  }

  private static @Nullable JsonObject goal(Goal goal) {
    if (goal.of() == Goal.Of.NOTHING) {
      return null;
    }
    return new JsonObject()
        .put("of", lower(goal.of()))
        .put("must", goal.must())
        .put("aim", goal.aim())
        .put("ceiling", Double.isInfinite(goal.ceiling()) ? null : goal.ceiling());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
