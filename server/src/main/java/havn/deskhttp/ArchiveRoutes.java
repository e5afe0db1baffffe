package havn.deskhttp;

import havn.http.Answers;
import havn.http.Binary;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.ArchiveId;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.login.Session;
import havn.staff.Right;
import havn.transcript.ArchiveBounds;
import havn.transcript.ArchiveStore.Head;
import havn.transcript.Transcripts;
import havn.transcript.Transcripts.Beginning;
import havn.transcript.Transcripts.Begun;
import havn.transcript.Transcripts.Opened;
import havn.transcript.Transcripts.Reader;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Transcripts of one's services: begun, written, listed, opened, erased.
record ArchiveRoutes(Transcripts transcripts, SessionGate gate) {

  void addTo(Contract.Routes routes) {
    on(routes, "beginArchive", this::begin);
    on(routes, "addArchivePart", this::add);
    on(routes, "archives", this::list);
    on(routes, "openArchive", this::open);
    routes.on(
        "eraseArchive",
        gate.anybody(),
        gate.may(Right.ERASE_TRANSCRIPTS),
        gate.listed(),
        this::erase);
  }

  private void on(Contract.Routes routes, String operation, Handler<RoutingContext> handler) {
    routes.on(operation, gate.anybody(), gate.may(Right.OPEN_TRANSCRIPTS), gate.listed(), handler);
  }

  private void begin(RoutingContext context) {
    Optional<Beginning> beginning = beginning(Contract.body(context)).filter(Beginning::isSealed);
    if (beginning.isEmpty()) {
      Problem.of(422, "The wraps are no envelope for these devices.").answer(context);
      return;
    }
    Answers.after(
        context,
        transcripts.begin(SessionGate.of(context).staff(), beginning.get()),
        begun -> begun(context, begun));
  }

  private static Optional<Beginning> beginning(JsonObject body) {
    Optional<ConversationId> conversation =
        Binary.read(body, "conversation").flatMap(ConversationId::of);
    Optional<byte[]> wraps = Binary.read(body, "wraps");
    List<DeviceId> devices =
        body.getJsonArray("devices").stream()
            .flatMap(text -> Binary.read((String) text).flatMap(DeviceId::of).stream())
            .toList();
    return conversation.isEmpty() || wraps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Beginning(conversation.get(), body.getLong("fence"), wraps.get(), devices));
  }

  private static void begun(RoutingContext context, Begun begun) {
    switch (begun) {
      case Begun.Kept kept ->
          Answers.json(
              context,
              201,
              new JsonObject()
                  .put("id", kept.id().base64url())
                  .put("share", kept.share().reveal())
                  .put("ends", kept.ends().truncatedTo(ChronoUnit.SECONDS).toString()));
      case Begun.NotLeading notLeading ->
          Problem.of(403, "This person's device does not lead the chat under this fence.")
              .answer(context);
      case Begun.NothingIsKept nothing ->
          Problem.of(409, "This service keeps no transcripts.").answer(context);
      case Begun.Full full ->
          Problem.of(507, "There are too many archives, in all or of this chat.").answer(context);
    }
  }

  private void add(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Optional<byte[]> content =
        Binary.read(body, "content").filter(part -> ArchiveBounds.isPart(part.length));
    if (content.isEmpty()) {
      Problem.of(422, "A part has 4,112, 16,400 or 65,552 bytes.").answer(context);
      return;
    }
    Answers.after(
        context,
        transcripts.add(
            SessionGate.of(context).staff(), id(context), body.getInteger("number"), content.get()),
        added -> {
          switch (added) {
            case KEPT -> Answers.empty(context);
            case BEHIND -> Problem.of(409, "Another number is the next.").answer(context);
            case UNKNOWN -> nothing(context);
          }
        });
  }

  private void list(RoutingContext context) {
    Answers.after(
        context,
        transcripts.heads(reader(context)),
        heads -> {
          JsonArray printed = new JsonArray();
          heads.forEach(head -> printed.add(printed(head)));
          Answers.json(context, 200, new JsonObject().put("archives", printed));
        });
  }

  private void open(RoutingContext context) {
    Answers.after(
        context,
        transcripts.open(reader(context), id(context)),
        opened -> {
          switch (opened) {
            case Opened.Handed handed -> Answers.json(context, 200, printed(handed));
            case Opened.Unknown unknown -> nothing(context);
            case Opened.Shredded shredded ->
                Problem.of(410, "Its share is gone; nobody can open it any more.").answer(context);
          }
        });
  }

  private void erase(RoutingContext context) {
    Answers.after(
        context,
        transcripts.erase(reader(context), id(context)),
        there -> {
          if (there) {
            Answers.empty(context);
          } else {
            nothing(context);
          }
        });
  }

  private static void nothing(RoutingContext context) {
    Problem.of(404, "There is no such archive, or it is over.").answer(context);
  }

  private static JsonObject printed(Opened.Handed handed) {
    JsonArray parts = new JsonArray();
    handed.archive().parts().forEach(part -> parts.add(Binary.text(part)));
    return new JsonObject()
        .put("wraps", Binary.text(handed.archive().wraps()))
        .put("share", handed.share().reveal())
        .put("parts", parts);
  }

  private static JsonObject printed(Head head) {
    JsonArray devices = new JsonArray();
    head.devices().forEach(device -> devices.add(Binary.text(device.bytes())));
    return new JsonObject()
        .put("id", head.id().base64url())
        .put("service", head.service().slug())
        .put("writer", head.writer().hex())
        .put("devices", devices)
        .put("begun", head.begun().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("ends", head.ends().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("parts", head.parts());
  }

  private static Reader reader(RoutingContext context) {
    Session session = SessionGate.of(context);
    return new Reader(session.staff(), session.services());
  }

  /// The archive in the path, which the contract has measured.
  private static ArchiveId id(RoutingContext context) {
    return Binary.read(Objects.requireNonNull(context.pathParam("archive")))
        .flatMap(ArchiveId::of)
        .orElseThrow();
  }
}
