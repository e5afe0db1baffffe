package havn.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Requests that a contract accepts, made from nothing but the contract: the least of all that an
/// operation requires, for the service Pro Mann.
public final class Sampled {

  private static final String SERVICE = "pro-mann";

  /// A text for every pattern that a request's text has.
  private static final Map<String, String> PATTERNS =
      Map.ofEntries(
          Map.entry("^[a-z0-9-]{1,64}$", SERVICE),
          Map.entry("^[0-9a-f]{32}$", "0".repeat(32)),
          Map.entry("^[0-9a-f]{64}$", "0".repeat(64)),
          Map.entry("^[A-Za-z0-9_-]{22}$", "A".repeat(22)),
          Map.entry("^[A-Za-z0-9_-]{43}$", "A".repeat(43)),
          Map.entry("^[A-Za-z0-9_-]{86}$", "A".repeat(86)),
          Map.entry("^[A-Za-z0-9_-]{128}$", "A".repeat(128)),
          Map.entry("^[A-Za-z0-9_-]+$", "AAAA"),
          Map.entry("^20[0-9]{2}-[0-9]{2}-[0-9]{2}$", "2026-11-21"),
          Map.entry("^[0-2][0-9]:[0-5][0-9]$", "12:00"),
          Map.entry("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", "nb"),
          Map.entry(
              "^[01]\\.(-|[0-9]{1,16})\\.[0-9]{1,16}\\.[0-9a-f]{32}$", "0.-.0." + "0".repeat(32)),
          Map.entry("^[a-z]{2}$", "nb"));

  private final JsonObject contract;

  public Sampled(OpenAPIContract contract) {
    this.contract = contract.getRawContract();
  }

  /// The operation's path with something in the place of each name.
  public String path(Operation operation) {
    String path = operation.getOpenAPIPath();
    for (var parameter : operation.getParameters()) {
      JsonObject schema = resolved(parameter.getOpenAPIModel()).getJsonObject("schema");
      path = path.replace("{" + parameter.getName() + "}", text(schema, parameter.getName()));
    }
    return path;
  }

  /// What the body is made of: `application/json`, or what else; empty when there is none.
  public Optional<String> type(Operation operation) {
    return content(operation).map(each -> each.fieldNames().iterator().next());
  }

  /// The JSON of a body.
  public String body(Operation operation) {
    JsonObject media = content(operation).orElseThrow().getJsonObject("application/json");
    return ((JsonObject) sample(media.getJsonObject("schema"), operation.getOperationId()))
        .encode();
  }

  private Optional<JsonObject> content(Operation operation) {
    return Optional.ofNullable(operation.getOpenAPIModel().getJsonObject("requestBody"))
        .map(body -> resolved(body).getJsonObject("content"));
  }

  private JsonObject resolved(JsonObject schema) {
    String ref = schema.getString("$ref");
    if (ref == null) {
      return schema;
    }
    JsonObject found = contract;
    for (String step : ref.substring(ref.indexOf("#/") + 2).split("/")) {
      found = Objects.requireNonNull(found.getJsonObject(step), ref);
    }
    return resolved(found);
  }

  private Object sample(JsonObject written, String name) {
    JsonObject schema = resolved(written);
    if (schema.containsKey("const")) {
      return schema.getValue("const");
    }
    if (schema.containsKey("enum")) {
      return schema.getJsonArray("enum").getValue(0);
    }
    return switch (type(schema)) {
      case "object" -> object(schema, name);
      case "array" -> array(schema, name);
      case "integer", "number" -> schema.getLong("minimum", 1L);
      case "boolean" -> false;
      default -> text(schema, name);
    };
  }

  private static String type(JsonObject schema) {
    Object type = schema.getValue("type");
    return type instanceof JsonArray several ? several.getString(0) : (String) type;
  }

  private JsonObject object(JsonObject schema, String name) {
    JsonObject made = new JsonObject();
    JsonObject properties = schema.getJsonObject("properties", new JsonObject());
    for (Object required : schema.getJsonArray("required", new JsonArray())) {
      String each = (String) required;
      JsonObject property =
          Objects.requireNonNull(properties.getJsonObject(each), name + "." + each);
      made.put(each, sample(property, each));
    }
    return made;
  }

  private JsonArray array(JsonObject schema, String name) {
    List<Object> made = new ArrayList<>();
    for (int i = 0; i < schema.getInteger("minItems", 0); i++) {
      made.add(sample(schema.getJsonObject("items"), name));
    }
    return new JsonArray(made);
  }

  private String text(JsonObject written, String name) {
    JsonObject schema = resolved(written);
    if (schema.containsKey("enum")) {
      return schema.getJsonArray("enum").getString(0);
    }
    if (type(schema).equals("integer")) {
      return schema.getLong("minimum", 1L).toString();
    }
    String pattern = schema.getString("pattern");
    if (pattern != null) {
      return Objects.requireNonNull(PATTERNS.get(pattern), () -> name + " needs a text " + pattern);
    }
    return switch (schema.getString("format", "")) {
      case "date" -> "2026-12-01";
      case "date-time" -> "2026-11-20T12:00:00Z";
      default -> "x".repeat(Math.max(1, schema.getInteger("minLength", 1)));
    };
  }
}
