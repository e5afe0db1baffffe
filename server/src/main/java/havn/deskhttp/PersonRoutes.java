package havn.deskhttp;

import havn.http.Answers;
import havn.http.Binary;
import havn.http.Contract;
import havn.http.OriginGate;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.ServiceId;
import havn.login.Challenges;
import havn.login.Passkey;
import havn.login.PasskeyCeremony;
import havn.login.PasskeyStore;
import havn.login.Session;
import havn.service.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Function;

/// What the signed-in person asks about themselves.
record PersonRoutes(DeskParts parts, SessionGate gate) {

  void addTo(Contract.Routes routes) {
    routes.on("me", gate.known(), this::me);
    routes.on("passkeyAddOptions", gate.anybody(), gate.passkeyMakers(), this::options);
    routes.on("passkeyAdd", gate.anybody(), gate.passkeyMakers(), this::add);
  }

  private void me(RoutingContext context) {
    Session session = SessionGate.of(context);
    Answers.after(
        context,
        parts.signIn().passkeys().of(session.staff()),
        passkeys ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put("staff", session.staff().hex())
                    .put("name", session.shownName())
                    .put("role", session.role().printed())
                    .put("services", services(session))
                    .put("passkeys", passkeys.size())
                    .put("demo", parts.site().demo())
                    .put("channels", parts.site().channels().orElse(null))
                    .put("pin", parts.site().pin().get().orElse(null))));
  }

  private JsonArray services(Session session) {
    JsonArray services = new JsonArray();
    session.services().stream()
        .map(ServiceId::slug)
        .sorted()
        .map(ServiceId::new)
        .forEach(
            id ->
                services.add(
                    new JsonObject()
                        .put("id", id.slug())
                        .put("name", name(id))
                        .put("retentionDays", retentionDays(id))
                        .put("languages", words(id, Service::languages))
                        .put("lanes", words(id, Service::lanes))));
    return services;
  }

  private JsonArray words(ServiceId id, Function<Service, List<String>> part) {
    return new JsonArray(parts.site().services().find(id).map(part).orElse(List.of()));
  }

  private int retentionDays(ServiceId id) {
    return parts.site().services().find(id).map(Service::retentionDays).orElse(0);
  }

  private String name(ServiceId id) {
    return parts.site().services().find(id).map(Service::shownInNorwegian).orElse(id.slug());
  }

  private void options(RoutingContext context) {
    Session session = SessionGate.of(context);
    PasskeyStore passkeys = parts.signIn().passkeys();
    Answers.after(
        context,
        passkeys
            .of(session.staff())
            .compose(
                known ->
                    parts
                        .signIn()
                        .signIn()
                        .addingChallenge(session.staff())
                        .map(challenge -> options(context, session, known, challenge.reveal()))),
        body -> Answers.json(context, 200, body));
  }

  private static JsonObject options(
      RoutingContext context, Session session, List<Passkey> known, String challenge) {
    JsonArray algorithms = new JsonArray();
    PasskeyCeremony.ALGORITHMS.forEach(
        number -> algorithms.add(new JsonObject().put("type", "public-key").put("alg", number)));
    JsonArray exclude = new JsonArray();
    known.forEach(
        passkey ->
            exclude.add(
                new JsonObject()
                    .put("type", "public-key")
                    .put("id", Binary.text(passkey.credential()))));
    return new JsonObject()
        .put("challenge", challenge)
        .put("rp", new JsonObject().put("id", OriginGate.of(context).host()).put("name", "Havn"))
        .put(
            "user",
            new JsonObject()
                .put("id", Binary.text(session.staff().bytes()))
                .put("name", session.shownName())
                .put("displayName", session.shownName()))
        .put("pubKeyCredParams", algorithms)
        .put("timeout", Challenges.LIFE.toMillis())
        .put("attestation", "none")
        .put("excludeCredentials", exclude)
        .put(
            "authenticatorSelection",
            new JsonObject().put("residentKey", "required").put("userVerification", "required"));
  }

  private void add(RoutingContext context) {
    String answer = Contract.body(context).encode();
    Answers.after(
        context,
        parts.signIn().signIn().addPasskey(answer, OriginGate.of(context), SessionGate.of(context)),
        added -> {
          if (added) {
            Answers.empty(context);
          } else {
            Problem.of(422, "The passkey was not added; start again.").answer(context);
          }
        });
  }
}
