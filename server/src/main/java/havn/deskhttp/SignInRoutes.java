package havn.deskhttp;

import havn.http.Answers;
import havn.http.Contract;
import havn.http.OriginGate;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.http.Throttle;
import havn.kernel.secret.Secret;
import havn.login.Challenges;
import havn.login.SignIn;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// Signing in and out.
record SignInRoutes(DeskParts.SignInParts parts, Throttles throttles) {

  /// One for each way, so that a crowd at one door leaves the other free.
  record Throttles(Throttle links, Throttle passkeys) {}

  void addTo(Contract.Routes routes) {
    routes.on("redeemInvite", throttles.links(), this::redeem);
    routes.on("passkeySignInOptions", throttles.passkeys(), this::options);
    routes.on("passkeySignIn", throttles.passkeys(), this::passkey);
    routes.on("signOut", this::signOut);
  }

  private void redeem(RoutingContext context) {
    String token = Contract.body(context).getString("token");
    Future<Optional<SignIn.Opened>> opened =
        Secret.parse(token)
            .map(parts.signIn()::byInvite)
            .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    Answers.after(context, opened, result -> enter(context, result));
  }

  private void options(RoutingContext context) {
    Answers.after(
        context,
        parts.signIn().passkeyChallenge(),
        challenge ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put("challenge", challenge.reveal())
                    .put("rpId", OriginGate.of(context).host())
                    .put("timeout", Challenges.LIFE.toMillis())
                    .put("userVerification", "required")
                    .put("allowCredentials", new JsonArray())));
  }

  private void passkey(RoutingContext context) {
    String answer = Contract.body(context).encode();
    Answers.after(
        context,
        parts.signIn().byPasskey(answer, OriginGate.of(context)),
        result -> enter(context, result));
  }

  private void signOut(RoutingContext context) {
    Future<Void> closed =
        SessionGate.cookie(context).map(parts.sessions()::close).orElseGet(Future::succeededFuture);
    Answers.after(
        context,
        closed,
        done -> {
          SessionGate.remove(context, OriginGate.of(context));
          Answers.empty(context);
        });
  }

  private static void enter(RoutingContext context, Optional<SignIn.Opened> opened) {
    if (opened.isEmpty()) {
      Problem.of(401, "This does not sign you in; ask for a new link.").answer(context);
      return;
    }
    SessionGate.set(context, OriginGate.of(context), opened.get().cookie());
    Answers.empty(context);
  }
}
