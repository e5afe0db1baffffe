package havn.publichttp;

import havn.admission.Passes;
import havn.http.Answers;
import havn.http.Binary;
import havn.http.Contract;
import havn.http.LetterAnswers;
import havn.http.Problem;
import havn.http.Throttle;
import havn.kernel.id.MailboxId;
import havn.kernel.secret.Secret;
import havn.letters.LetterRoom;
import havn.letters.MailboxStore.Opened;
import havn.letters.Mailboxes.Outcome;
import havn.letters.Mailboxes.Signed;
import havn.letters.Nonces;
import havn.service.Service;
import havn.service.ServiceBook;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Mailboxes, and the keys that letters are sealed to.
record MailboxRoutes(LetterRoom room, ServiceBook services, Throttle nonces) {

  void addTo(Contract.Routes routes) {
    routes.on("mailboxKeys", this::keys);
    routes.on("mailboxNonce", nonces, this::nonce);
    routes.on("mailboxAct", this::act);
  }

  private void keys(RoutingContext context) {
    Optional<Service> service = ServiceRoutes.named(context, services);
    if (service.isEmpty()) {
      ServiceRoutes.unknown(context);
      return;
    }
    Answers.after(
        context,
        room.keys().of(service.get().id()),
        keys ->
            Answers.json(context, 200, new JsonObject().put("keys", LetterAnswers.printed(keys))));
  }

  private void nonce(RoutingContext context) {
    Answers.after(
        context,
        room.mailboxes().nonce(),
        nonce ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put("nonce", nonce.reveal())
                    .put("seconds", Nonces.LIFE.toSeconds())));
  }

  private void act(RoutingContext context) {
    Optional<Signed> signed = signed(Contract.body(context));
    if (signed.isEmpty()) {
      malformed(context);
      return;
    }
    Answers.after(
        context, room.mailboxes().perform(signed.get()), outcome -> answer(context, outcome));
  }

  private static Optional<Signed> signed(JsonObject body) {
    Optional<MailboxId> mailbox = Binary.read(body, "mailbox").flatMap(MailboxId::of);
    Optional<Secret> nonce = Binary.read(body, "nonce").map(Secret::of);
    Optional<byte[]> content = Binary.read(body, "body");
    Optional<byte[]> signature = Binary.read(body, "signature");
    if (mailbox.isEmpty() || nonce.isEmpty() || content.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Signed(
            mailbox.get(), nonce.get(), body.getString("act"), content.get(), signature.get()));
  }

  private static void answer(RoutingContext context, Outcome outcome) {
    switch (outcome) {
      case Outcome.NotSigned notSigned ->
          Problem.of(401, "The act is not signed by this mailbox over a fresh nonce.")
              .answer(context);
      case Outcome.Malformed malformed -> malformed(context);
      case Outcome.Done done -> Answers.empty(context);
      case Outcome.Opened opened -> Answers.json(context, 200, printed(opened.mailbox()));
      case Outcome.Passed passed ->
          Answers.json(
              context,
              200,
              new JsonObject()
                  .put("pass", passed.pass().reveal())
                  .put("seconds", Passes.LIFE.toSeconds()));
      case Outcome.Left left ->
          Answers.json(
              context,
              201,
              new JsonObject()
                  .put("id", left.letter().base64url())
                  .put("ends", left.ends().truncatedTo(ChronoUnit.SECONDS).toString()));
      case Outcome.Refused refused -> LetterAnswers.refusal(refused.why()).answer(context);
    }
  }

  private static void malformed(RoutingContext context) {
    Problem.of(422, "The body is not what this act has.").answer(context);
  }

  private static JsonObject printed(Opened mailbox) {
    JsonArray letters = new JsonArray();
    mailbox
        .letters()
        .forEach(
            letter ->
                letters.add(
                    new JsonObject()
                        .put("id", letter.id().base64url())
                        .put("at", letter.at().truncatedTo(ChronoUnit.SECONDS).toString())));
    JsonArray answers = new JsonArray();
    mailbox.answers().forEach(answer -> answers.add(Binary.text(answer)));
    return new JsonObject()
        .put("version", mailbox.version())
        .put("note", Binary.text(mailbox.note()))
        .put("letters", letters)
        .put("answers", answers)
        .put("ends", mailbox.ends().truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
