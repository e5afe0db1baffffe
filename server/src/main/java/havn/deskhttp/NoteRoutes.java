package havn.deskhttp;

import havn.http.Answers;
import havn.http.Binary;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.NoteId;
import havn.kernel.id.ServiceId;
import havn.login.Session;
import havn.notes.Note;
import havn.notes.NoteAct;
import havn.notes.Notes;
import havn.service.Service;
import havn.staff.Right;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The inbox of profiles, and comments by which people are recognised.
record NoteRoutes(DeskParts parts, SessionGate gate) {

  void addTo(Contract.Routes routes) {
    on(routes, "notes", this::list);
    on(routes, "keepNote", this::keep);
    on(routes, "openNotes", this::open);
    on(routes, "noteAct", this::act);
  }

  private void on(Contract.Routes routes, String operation, Handler<RoutingContext> handler) {
    routes.on(operation, gate.anybody(), gate.may(Right.READ_LETTERS), gate.listed(), handler);
  }

  private Notes notes() {
    return parts.notes();
  }

  private void list(RoutingContext context) {
    Session session = SessionGate.of(context);
    Answers.after(
        context,
        notes().all(session.services()),
        all -> {
          JsonArray places = new JsonArray();
          session.services().stream()
              .flatMap(id -> parts.site().services().find(id).stream())
              .filter(service -> !service.duties().places().isEmpty())
              .forEach(service -> places.add(printed(service)));
          JsonArray printed = new JsonArray();
          all.forEach(note -> printed.add(printed(note, session)));
          Answers.json(context, 200, new JsonObject().put("places", places).put("notes", printed));
        });
  }

  private static JsonObject printed(Service service) {
    return new JsonObject()
        .put("service", service.id().slug())
        .put("places", TaskText.places(service.duties().places()));
  }

  private static JsonObject printed(Note note, Session session) {
    JsonArray devices = new JsonArray();
    note.devices().forEach(device -> devices.add(Binary.text(device.bytes())));
    return new JsonObject()
        .put("note", note.id().hex())
        .put("service", note.service().slug())
        .put("kind", note.kind().printed())
        .put("devices", devices)
        .put("by", note.holder().map(Note.Holder::name).orElse(null))
        .put("mine", note.holder().filter(one -> one.id().equals(session.staff())).isPresent())
        .put("done", note.done())
        .put("at", note.at().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("ends", note.ends().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private void keep(RoutingContext context) {
    Session session = SessionGate.of(context);
    JsonObject body = Contract.body(context);
    ServiceId service = new ServiceId(body.getString("service"));
    Note.Kind kind = Note.Kind.parse(body.getString("kind")).orElseThrow();
    JsonObject written = body.getJsonObject("text");
    Optional<byte[]> file = Binary.read(written, "file");
    List<DeviceId> devices =
        written.getJsonArray("devices").stream()
            .flatMap(text -> Binary.read((String) text).flatMap(DeviceId::of).stream())
            .toList();
    if (!session.services().contains(service)) {
      Problem.of(404, "You do not work for such a service.").answer(context);
      return;
    }
    if (kind == Note.Kind.COMMENT && !body.containsKey("conversation")) {
      Problem.of(422, "A comment names the chat it is written in.").answer(context);
      return;
    }
    if (body.getInteger("days") > kind.mostDays()) {
      Problem.of(422, "This kind of text is kept for at most %d days.".formatted(kind.mostDays()))
          .answer(context);
      return;
    }
    if (file.isEmpty() || !Notes.isSealedFor(kind, file.get(), devices)) {
      Problem.of(422, "The text is no envelope for these devices, or longer than its kind.")
          .answer(context);
      return;
    }
    Answers.after(
        context,
        eraser(body, session, service)
            .compose(
                eraser ->
                    eraser.known()
                        ? notes()
                            .keep(
                                service,
                                kind,
                                file.get(),
                                devices,
                                eraser.fingerprint(),
                                body.getInteger("days"))
                            .compose(kept -> settled(body, session, service, kept))
                        : Future.succeededFuture(new Outcome(false, Optional.empty()))),
        outcome -> answer(context, outcome));
  }

  /// Looks at the chat once more: a visitor who deleted everything meanwhile could not see the
  /// note.
  private Future<Outcome> settled(
      JsonObject body, Session session, ServiceId service, Optional<NoteId> kept) {
    return eraser(body, session, service)
        .compose(
            still ->
                kept.isEmpty() || still.known()
                    ? Future.succeededFuture(new Outcome(true, kept))
                    : notes()
                        .act(kept.get(), TaskRoutes.member(session), NoteAct.DELETE)
                        .map(new Outcome(false, Optional.empty())));
  }

  private static void answer(RoutingContext context, Outcome outcome) {
    if (!outcome.known()) {
      Problem.of(404, "This browser is in no such chat of this service now.").answer(context);
      return;
    }
    outcome
        .kept()
        .ifPresentOrElse(
            id -> Answers.json(context, 201, new JsonObject().put("note", id.hex())),
            () ->
                Problem.of(507, "The service has 200 of these; delete some first.")
                    .answer(context));
  }

  /// Who may delete it besides staff: the visitor of the chat it was written in.
  private Future<Eraser> eraser(JsonObject body, Session session, ServiceId service) {
    Optional<String> chat = Optional.ofNullable(body.getString("conversation"));
    if (chat.isEmpty()) {
      return Future.succeededFuture(new Eraser(true, Optional.empty()));
    }
    Optional<ConversationId> id = chat.flatMap(Binary::read).flatMap(ConversationId::of);
    if (id.isEmpty() || session.device().isEmpty()) {
      return Future.succeededFuture(new Eraser(false, Optional.empty()));
    }
    return parts
        .letters()
        .chatFiles()
        .ofStaff(id.get(), session.device().get(), session.staff())
        .map(
            found ->
                found
                    .filter(one -> one.ring().service().equals(service))
                    .map(one -> new Eraser(true, Optional.of(one.ring().capability())))
                    .orElseGet(() -> new Eraser(false, Optional.empty())));
  }

  /// @param known whether the chat is one that the asker is in, or none was named
  private record Eraser(boolean known, Optional<String> fingerprint) {}

  private record Outcome(boolean known, Optional<NoteId> kept) {}

  private void open(RoutingContext context) {
    Session session = SessionGate.of(context);
    JsonObject body = Contract.body(context);
    ServiceId service = new ServiceId(body.getString("service"));
    Note.Kind kind = Note.Kind.parse(body.getString("kind")).orElseThrow();
    if (!session.services().contains(service)) {
      Problem.of(404, "You do not work for such a service.").answer(context);
      return;
    }
    Answers.after(
        context,
        notes().open(session.staff(), service, kind),
        files -> {
          JsonArray printed = new JsonArray();
          files.forEach(
              (id, file) ->
                  printed.add(
                      new JsonObject().put("note", id.hex()).put("file", Binary.text(file))));
          Answers.json(context, 200, new JsonObject().put("files", printed));
        });
  }

  private void act(RoutingContext context) {
    Session session = SessionGate.of(context);
    NoteAct act = NoteAct.parse(Contract.body(context).getString("act")).orElseThrow();
    NoteId id = new NoteId(Objects.requireNonNull(context.pathParam("note")));
    Answers.after(
        context,
        notes().act(id, TaskRoutes.member(session), act),
        done -> {
          if (done) {
            Answers.empty(context);
          } else {
            Problem.of(409, "It is gone, or somebody else sees to it.").answer(context);
          }
        });
  }
}
