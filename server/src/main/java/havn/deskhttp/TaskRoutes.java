package havn.deskhttp;

import havn.http.Answers;
import havn.http.Binary;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.TaskId;
import havn.letters.LetterDesk;
import havn.login.Session;
import havn.service.Service;
import havn.service.TaskKind;
import havn.staff.Right;
import havn.staff.StaffMember;
import havn.task.SkipReason;
import havn.task.Task;
import havn.task.TaskAct;
import havn.task.TaskRules;
import havn.task.TaskStore;
import havn.task.Tasks;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Tasks with a due time of one's own services.
record TaskRoutes(DeskParts parts, SessionGate gate) {

  private static final int NOT_ON_DUTY = 4005;
  private static final int ROLE_REFUSED = 4009;

  void addTo(Contract.Routes routes) {
    routes.on("tasks", gate.anybody(), gate.mayInShift(Right.RAISE_TASKS), this::list);
    routes.on("raiseTask", gate.anybody(), gate.listed(), this::raise);
    handle(routes, "taskAct", this::act);
    handle(routes, "taskDetail", this::detail);
  }

  private void handle(Contract.Routes routes, String operation, Handler<RoutingContext> handler) {
    routes.on(operation, gate.anybody(), gate.may(Right.HANDLE_TASKS), gate.listed(), handler);
  }

  private Tasks tasks() {
    return parts.duty().tasks();
  }

  /// Whoever may only raise tasks is told the kinds, and no tasks.
  private void list(RoutingContext context) {
    Session session = SessionGate.of(context);
    Future<List<JsonObject>> kinds =
        WithinShifts.orFinishing(parts, session, Right.RAISE_TASKS)
            .compose(services -> kinds(services, session));
    Future<List<Task>> all =
        Right.HANDLE_TASKS.has(session.role())
            ? tasks().all(session.services())
            : Future.succeededFuture(List.of());
    Answers.after(
        context,
        Future.all(kinds, all),
        found ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put("kinds", new JsonArray(kinds.result()))
                    .put("tasks", printed(all.result(), session))));
  }

  private Future<List<JsonObject>> kinds(Set<ServiceId> services, Session session) {
    List<Future<List<JsonObject>>> kinds =
        services.stream()
            .sorted(Comparator.comparing(ServiceId::slug))
            .flatMap(id -> parts.site().services().find(id).stream())
            .filter(service -> !service.duties().tasks().isEmpty())
            .map(service -> kinds(service, session))
            .toList();
    return Future.all(kinds)
        .map(read -> kinds.stream().flatMap(of -> of.result().stream()).toList());
  }

  private Future<List<JsonObject>> kinds(Service service, Session session) {
    return tasks()
        .turns(service.id())
        .map(
            last ->
                service.duties().tasks().stream()
                    .map(kind -> TaskText.printed(service, kind, last, session))
                    .toList());
  }

  private JsonArray printed(List<Task> tasks, Session session) {
    Instant now = parts.clock().instant();
    JsonArray printed = new JsonArray();
    tasks.forEach(
        task -> printed.add(TaskText.printed(task, tasks().kind(task), session.staff(), now)));
    return printed;
  }

  private void raise(RoutingContext context) {
    Session session = SessionGate.of(context);
    JsonObject body = Contract.body(context);
    if (Right.RAISE_TASKS.of(session.role()) == Right.Grant.NEVER) {
      new Problem(403, ROLE_REFUSED, "Your role may not raise tasks.", "").answer(context);
      return;
    }
    Optional<Service> service =
        Optional.of(new ServiceId(body.getString("service")))
            .filter(session.services()::contains)
            .flatMap(parts.site().services()::find);
    Optional<TaskKind> kind = service.flatMap(s -> s.duties().task(body.getString("kind")));
    if (kind.isEmpty()) {
      Problem.of(404, "Your services have no such kind of task.").answer(context);
      return;
    }
    if (!kind.get().raise().contains(session.role())) {
      new Problem(403, ROLE_REFUSED, "Your role may not raise this kind of task.", "")
          .answer(context);
      return;
    }
    Optional<TaskStore.Sealed> detail = detail(body);
    if (body.containsKey("detail") && detail.isEmpty()) {
      Problem.of(422, "The detail is no envelope for these devices, of at most 24 KiB.")
          .answer(context);
      return;
    }
    Answers.after(
        context,
        mayRaise(session, service.get())
            .compose(
                may ->
                    may
                        ? tasks()
                            .raise(named(body), member(session), service.get(), kind.get(), detail)
                            .map(Optional::of)
                        : Future.succeededFuture(Optional.<Tasks.Raised>empty())),
        raised ->
            raised.ifPresentOrElse(
                outcome -> answer(context, outcome),
                () ->
                    new Problem(
                            403,
                            NOT_ON_DUTY,
                            "This browser is not on duty for this service.",
                            "Go on duty for it first.")
                        .answer(context)));
  }

  private static TaskId named(JsonObject body) {
    return Optional.ofNullable(body.getString("task")).map(TaskId::new).orElseGet(TaskId::fresh);
  }

  private static void answer(RoutingContext context, Tasks.Raised raised) {
    switch (raised) {
      case Tasks.Raised.Kept kept ->
          Answers.json(
              context,
              201,
              new JsonObject()
                  .put("task", kept.id().hex())
                  .put("office", kept.office())
                  .put("due", kept.due().toString())
                  .put("before", kept.before().map(Instant::toString).orElse(null)));
      case Tasks.Raised.Full full ->
          Problem.of(
                  507,
                  "100 tasks of this kind, or 200 with those that tell the others, are not done;"
                      + " finish some first.")
              .answer(context);
    }
  }

  /// On duty, or with chats still after their shift, in which something may come up.
  private Future<Boolean> mayRaise(Session session, Service service) {
    return onDuty(session, service)
        .compose(
            on ->
                on || Right.RAISE_TASKS.of(session.role()) != Right.Grant.IN_SHIFT
                    ? Future.succeededFuture(on)
                    : WithinShifts.finishing(parts, session)
                        .map(open -> open.contains(service.id())));
  }

  private Future<Boolean> onDuty(Session session, Service service) {
    return session
        .device()
        .map(device -> parts.duty().desk().onDuty(device, service.id()))
        .orElseGet(() -> Future.succeededFuture(false));
  }

  private static Optional<TaskStore.Sealed> detail(JsonObject body) {
    return Optional.ofNullable(body.getJsonObject("detail"))
        .flatMap(
            written ->
                Binary.read(written, "file")
                    .filter(file -> file.length <= Task.DETAIL_BYTES)
                    .map(file -> new TaskStore.Sealed(file, devices(written))))
        .filter(detail -> LetterDesk.isSealedFor(detail.file(), detail.devices()));
  }

  private static List<DeviceId> devices(JsonObject written) {
    return written.getJsonArray("devices").stream()
        .flatMap(text -> Binary.read((String) text).flatMap(DeviceId::of).stream())
        .toList();
  }

  private void act(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Optional<TaskAct> act =
        switch (body.getString("act")) {
          case "take" -> Optional.of(new TaskAct.Take());
          case "give-back" -> Optional.of(new TaskAct.GiveBack());
          case "done" -> Optional.of(new TaskAct.Finish());
          default -> SkipReason.parse(body.getString("reason", "")).map(TaskAct.Skip::new);
        };
    if (act.isEmpty()) {
      Problem.of(422, "Say why the office is skipped.").answer(context);
      return;
    }
    Answers.after(
        context,
        tasks().act(member(SessionGate.of(context)), id(context), act.get()),
        decision -> {
          switch (decision) {
            case TaskRules.Decision.Changed changed -> Answers.empty(context);
            case TaskRules.Decision.Refused refused -> refuse(context, refused.reason());
          }
        });
  }

  private static void refuse(RoutingContext context, TaskRules.Reason reason) {
    switch (reason) {
      case UNKNOWN -> Problem.of(404, "There is no such task.").answer(context);
      case DONE_ALREADY, NOT_YOURS, TAKEN, NOBODY_ELSE ->
          new Problem(409, 0, "The task is not as it was shown.", why(reason)).answer(context);
    }
  }

  private static String why(TaskRules.Reason reason) {
    return switch (reason) {
      case UNKNOWN, DONE_ALREADY -> "It is done.";
      case NOT_YOURS -> "Take it first.";
      case TAKEN -> "Somebody has it, and it is not late.";
      case NOBODY_ELSE -> "Every other office was skipped, or there is none.";
    };
  }

  private void detail(RoutingContext context) {
    Answers.after(
        context,
        tasks().open(member(SessionGate.of(context)), id(context)),
        found ->
            found.ifPresentOrElse(
                file -> Answers.json(context, 200, new JsonObject().put("file", Binary.text(file))),
                () -> Problem.of(404, "There is no such task, or no detail.").answer(context)));
  }

  static StaffMember member(Session session) {
    return new StaffMember(
        session.staff(), session.shownName(), session.role(), session.services());
  }

  /// The task in the path, which the contract has measured.
  private static TaskId id(RoutingContext context) {
    return new TaskId(Objects.requireNonNull(context.pathParam("task")));
  }
}
