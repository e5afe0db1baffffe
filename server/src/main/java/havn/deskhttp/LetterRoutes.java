package havn.deskhttp;

import havn.http.Answers;
import havn.http.Binary;
import havn.http.Contract;
import havn.http.LetterAnswers;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.DeviceId;
import havn.kernel.id.FileId;
import havn.kernel.id.LetterId;
import havn.letters.Keeping;
import havn.letters.LetterDesk;
import havn.letters.LetterDesk.Outcome;
import havn.letters.LetterDesk.Reader;
import havn.letters.LetterRoom;
import havn.letters.LetterStore.Head;
import havn.letters.MailboxKeyStore.Stated;
import havn.login.Session;
import havn.staff.Right;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Letters to one's services: read, sealed anew, answered, done.
record LetterRoutes(LetterRoom room, SessionGate gate) {

  void addTo(Contract.Routes routes) {
    on(routes, "stateMailboxKey", this::state);
    on(routes, "mailboxKeys", this::keys);
    on(routes, "letters", this::list);
    on(routes, "letter", this::letter);
    on(routes, "resealLetter", this::reseal);
    on(routes, "answerLetter", this::answer);
    on(routes, "letterDone", this::done);
  }

  private void on(Contract.Routes routes, String operation, Handler<RoutingContext> handler) {
    routes.on(operation, gate.anybody(), gate.may(Right.READ_LETTERS), gate.listed(), handler);
  }

  private void state(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Optional<byte[]> payload = Binary.read(body, "payload");
    Optional<byte[]> signature = Binary.read(body, "signature");
    Future<Boolean> kept =
        payload.isEmpty() || signature.isEmpty()
            ? Future.succeededFuture(false)
            : room.keys().state(payload.get(), signature.get(), reader(context).staff());
    Answers.after(
        context,
        kept,
        good -> {
          if (good) {
            Answers.empty(context);
          } else {
            Problem.of(422, "The key does not verify, or is another person's.").answer(context);
          }
        });
  }

  private void keys(RoutingContext context) {
    Answers.after(
        context,
        room.keys().lately(reader(context).services()),
        keys ->
            Answers.json(context, 200, new JsonObject().put("keys", LetterAnswers.printed(keys))));
  }

  private void list(RoutingContext context) {
    Reader reader = reader(context);
    Future<List<Head>> heads = room.desk().heads(reader);
    Future<List<Stated>> keys = room.keys().of(reader.services());
    Answers.after(
        context,
        Future.all(heads, keys),
        both ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put("letters", printed(heads.result()))
                    .put("keys", LetterAnswers.printed(keys.result()))));
  }

  private void letter(RoutingContext context) {
    Answers.after(
        context,
        room.desk().find(id(context), reader(context)),
        found ->
            found.ifPresentOrElse(
                letter ->
                    Answers.json(
                        context,
                        200,
                        new JsonObject()
                            .put("file", Binary.text(letter.file()))
                            .put("answers", letter.head().answers())),
                () -> LetterAnswers.nothing(context)));
  }

  private void reseal(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Optional<byte[]> file = Binary.read(body, "file");
    Optional<List<DeviceId>> devices = ids(body.getJsonArray("devices"), DeviceId::of);
    if (file.isEmpty() || devices.isEmpty() || !LetterDesk.isSealedFor(file.get(), devices.get())) {
      Problem.of(422, "The file is no envelope for these devices.").answer(context);
      return;
    }
    there(context, room.desk().reseal(id(context), reader(context), file.get(), devices.get()));
  }

  private void answer(RoutingContext context) {
    JsonObject body = Contract.body(context);
    Optional<byte[]> stored = Binary.read(body, "answer");
    Optional<List<FileId>> files = ids(body.getJsonArray("files"), FileId::of);
    if (stored.isEmpty() || files.isEmpty()) {
      refuse(context, "These bytes are no sealed answer, or a file is named twice.");
      return;
    }
    Answers.after(
        context,
        room.desk().answer(id(context), reader(context), stored.get(), files.get()),
        outcome -> answer(context, outcome));
  }

  private static void answer(RoutingContext context, Outcome outcome) {
    switch (outcome) {
      case Outcome.Refused refused -> refuse(context, refused.why());
      case Outcome.Told told -> {
        if (told.keeping() == Keeping.KEPT) {
          Answers.json(context, 201, new JsonObject());
        } else {
          LetterAnswers.refusal(told.keeping()).answer(context);
        }
      }
    }
  }

  private void done(RoutingContext context) {
    boolean done = Contract.body(context).getBoolean("done");
    there(context, room.desk().mark(id(context), reader(context), done));
  }

  private static void there(RoutingContext context, Future<Boolean> changed) {
    Answers.after(
        context,
        changed,
        there -> {
          if (there) {
            Answers.empty(context);
          } else {
            LetterAnswers.nothing(context);
          }
        });
  }

  private static void refuse(RoutingContext context, String why) {
    new Problem(422, 0, "The answer does not verify.", why).answer(context);
  }

  private static JsonArray printed(List<Head> heads) {
    JsonArray printed = new JsonArray();
    for (Head head : heads) {
      JsonArray devices = new JsonArray();
      head.devices().forEach(device -> devices.add(Binary.text(device.bytes())));
      printed.add(
          new JsonObject()
              .put("id", head.id().base64url())
              .put("service", head.service().slug())
              .put("at", head.at().truncatedTo(ChronoUnit.SECONDS).toString())
              .put("ends", head.ends().truncatedTo(ChronoUnit.SECONDS).toString())
              .put("mailbox", Binary.text(head.mailbox().bytes()))
              .put("devices", devices)
              .put("answers", head.answers())
              .put("done", head.done()));
    }
    return printed;
  }

  /// The ids, each named once; empty when one is named twice.
  private static <T> Optional<List<T>> ids(
      JsonArray written, Function<byte[], Optional<T>> reader) {
    List<T> read =
        written.stream()
            .flatMap(text -> Binary.read((String) text).flatMap(reader).stream())
            .toList();
    return new HashSet<>(read).size() == written.size() ? Optional.of(read) : Optional.empty();
  }

  private static Reader reader(RoutingContext context) {
    Session session = SessionGate.of(context);
    return new Reader(session.staff(), session.services());
  }

  /// The letter in the path, which the contract has measured.
  private static LetterId id(RoutingContext context) {
    return Binary.read(Objects.requireNonNull(context.pathParam("letter")))
        .flatMap(LetterId::of)
        .orElseThrow();
  }
}
