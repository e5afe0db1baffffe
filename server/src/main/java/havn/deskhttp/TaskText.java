package havn.deskhttp;

import havn.kernel.id.StaffId;
import havn.login.Session;
import havn.service.Due;
import havn.service.Duties;
import havn.service.Service;
import havn.service.TaskKind;
import havn.staff.Right;
import havn.task.Escalation;
import havn.task.Task;
import havn.task.Turn;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tasks and their kinds as the console reads them.
final class TaskText {

  private TaskText() {}

  /// @param last kind → who had the last turn
  static JsonObject printed(
      Service service, TaskKind kind, Map<String, String> last, Session session) {
    return new JsonObject()
        .put("service", service.id().slug())
        .put("kind", kind.id())
        .put("names", names(kind.names()))
        .put("steps", steps(kind.steps()))
        .put("due", printed(kind.due()))
        .put("offices", places(kind.offices()))
        .put("turn", Turn.next(kind.officeIds(), last.getOrDefault(kind.id(), Turn.ITSELF)))
        .put("tellOthers", kind.tellOthers())
        .put(
            "mayRaise",
            kind.raise().contains(session.role())
                && Right.RAISE_TASKS.of(session.role()) != Right.Grant.NEVER);
  }

  /// @param kind empty when the service no longer has it
  static JsonObject printed(Task task, Optional<TaskKind> kind, StaffId who, Instant now) {
    List<String> others =
        task.purpose() == Task.Purpose.TELL
            ? kind.map(TaskKind::officeIds).orElseGet(List::of).stream()
                .filter(office -> !office.equals(task.office()))
                .toList()
            : List.of();
    JsonArray skipped = new JsonArray();
    task.skipped()
        .forEach(
            one ->
                skipped.add(
                    new JsonObject()
                        .put("office", one.office())
                        .put("reason", one.reason().printed())));
    Optional<Task.Person> holder = holder(task);
    return new JsonObject()
        .put("task", task.id().hex())
        .put("service", task.service().slug())
        .put("kind", task.kind())
        .put("names", names(kind.map(TaskKind::names).orElseGet(Map::of)))
        .put("purpose", task.purpose() == Task.Purpose.TELL ? "tell" : "act")
        .put("office", task.office())
        .put("offices", places(kind.map(TaskKind::offices).orElseGet(List::of)))
        .put("tell", new JsonArray(others))
        .put("skipped", skipped)
        .put("raisedBy", task.raisedBy().name())
        .put("raised", task.raised().toString())
        .put("due", task.due().toString())
        .put("rings", Escalation.rings(task, kind.map(TaskKind::again).orElse(TaskKind.AGAIN), now))
        .put("state", state(task))
        .put("by", holder.map(Task.Person::name).orElse(null))
        .put("mine", holder.filter(person -> person.id().equals(who)).isPresent())
        .put("done", done(task))
        .put("detail", task.detail());
  }

  private static String state(Task task) {
    return switch (task.state()) {
      case Task.Open open -> "open";
      case Task.Taken taken -> "taken";
      case Task.Done done -> "done";
    };
  }

  private static Optional<Task.Person> holder(Task task) {
    return switch (task.state()) {
      case Task.Open open -> Optional.empty();
      case Task.Taken taken -> Optional.of(taken.by());
      case Task.Done done -> Optional.of(done.by());
    };
  }

  private static @Nullable String done(Task task) {
    return task.state() instanceof Task.Done done ? done.at().toString() : null;
  }

  private static JsonObject printed(Due due) {
    return switch (due) {
      case Due.After after -> new JsonObject().put("minutes", after.length().toMinutes());
      case Due.Morning morning -> new JsonObject().put("morning", morning.time().toString());
      case Due.Working working -> new JsonObject().put("workingDays", working.days());
    };
  }

  static JsonArray places(List<Duties.Place> places) {
    JsonArray printed = new JsonArray();
    places.forEach(
        place ->
            printed.add(new JsonObject().put("id", place.id()).put("names", names(place.names()))));
    return printed;
  }

  private static JsonObject names(Map<String, String> names) {
    JsonObject printed = new JsonObject();
    names.forEach(printed::put);
    return printed;
  }

  private static JsonObject steps(Map<String, List<String>> steps) {
    JsonObject printed = new JsonObject();
    steps.forEach((language, list) -> printed.put(language, new JsonArray(list)));
    return printed;
  }
}
