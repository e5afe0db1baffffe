package havn.task.postgres;

import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TaskId;
import havn.task.SkipReason;
import havn.task.Task;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/// Values as the client writes and reads them.
final class Rows {

  /// What [#task] reads, of `task t`.
  static final String TASK =
      "t.id, t.service, t.kind, t.purpose, t.office, t.skipped, t.raised_by, t.raised, t.due,"
          + " t.holder, t.done, t.ends,"
          + " (SELECT shown_name FROM staff WHERE staff.id = t.raised_by) AS raised_name,"
          + " (SELECT shown_name FROM staff WHERE staff.id = t.holder) AS holder_name,"
          + " EXISTS (SELECT FROM task_detail d WHERE d.task = t.id) AS detail";

  private Rows() {}

  static Task task(Row row) {
    return new Task(
        TaskId.of(row.getBuffer("id").getBytes()).orElseThrow(),
        new ServiceId(row.getString("service")),
        row.getString("kind"),
        Task.Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
        row.getString("office"),
        skipped(row.getJsonArray("skipped")),
        person(row, "raised_by", "raised_name"),
        row.getOffsetDateTime("raised").toInstant(),
        row.getOffsetDateTime("due").toInstant(),
        state(row),
        row.getBoolean("detail"));
  }

  private static Task.State state(Row row) {
    if (row.getBuffer("holder") == null) {
      return new Task.Open();
    }
    Task.Person holder = person(row, "holder", "holder_name");
    OffsetDateTime done = row.getOffsetDateTime("done");
    return done == null
        ? new Task.Taken(holder)
        : new Task.Done(holder, done.toInstant(), row.getOffsetDateTime("ends").toInstant());
  }

  private static Task.Person person(Row row, String id, String name) {
    return new Task.Person(
        StaffId.of(row.getBuffer(id).getBytes()).orElseThrow(), row.getString(name));
  }

  private static List<Task.Skipped> skipped(JsonArray printed) {
    return printed.stream()
        .map(JsonObject.class::cast)
        .map(
            one ->
                new Task.Skipped(
                    one.getString("office"),
                    SkipReason.parse(one.getString("reason")).orElseThrow()))
        .toList();
  }

  static JsonArray printed(List<Task.Skipped> skipped) {
    JsonArray printed = new JsonArray();
    skipped.forEach(
        one ->
            printed.add(
                new JsonObject()
                    .put("office", one.office())
                    .put("reason", one.reason().printed())));
    return printed;
  }

  static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static Buffer key(TaskId id) {
    return Buffer.buffer(id.bytes());
  }

  static Buffer key(StaffId id) {
    return Buffer.buffer(id.bytes());
  }
}
