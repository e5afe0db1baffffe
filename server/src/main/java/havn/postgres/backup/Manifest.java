package havn.postgres.backup;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a backup holds. `tables` stand in the order in which they can be filled; `sequences` have
/// their last value.
record Manifest(String schema, List<String> tables, Map<String, Long> sequences) {

  private static final int FORMAT = 1;

  byte[] encoded() {
    JsonObject counted = new JsonObject();
    sequences.forEach(counted::put);
    return new JsonObject()
        .put("format", FORMAT)
        .put("schema", schema)
        .put("tables", new JsonArray(tables))
        .put("sequences", counted)
        .encodePrettily()
        .getBytes(StandardCharsets.UTF_8);
  }

  static Manifest decode(byte[] json) throws BackupRefused {
    try {
      JsonObject object = new JsonObject(new String(json, StandardCharsets.UTF_8));
      if (object.getInteger("format", 0) != FORMAT) {
        throw new BackupRefused(
            "this backup was written in another format; use the release it is of");
      }
      Map<String, Long> sequences = new TreeMap<>();
      JsonObject counted = object.getJsonObject("sequences");
      counted.fieldNames().forEach(name -> sequences.put(name, counted.getLong(name)));
      List<String> tables = object.getJsonArray("tables").stream().map(String.class::cast).toList();
      return new Manifest(object.getString("schema"), tables, sequences);
    } catch (DecodeException | ClassCastException | NullPointerException malformed) {
      throw new BackupRefused("this file is not a backup of Havn");
    }
  }
}
