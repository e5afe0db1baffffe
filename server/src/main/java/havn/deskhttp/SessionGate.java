package havn.deskhttp;

import havn.http.Answers;
import havn.http.Problem;
import havn.kernel.secret.Secret;
import havn.letters.MailboxStatements;
import havn.login.ConsoleOrigin;
import havn.login.Session;
import havn.login.Sessions;
import havn.login.SignIn;
import havn.staff.Role;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;

/// The session cookie, and who comes in with it.
final class SessionGate {

  static final String COOKIE = "havn_session";
  private static final int SESSION_REQUIRED = 3522;
  private static final int ROLE_REFUSED = 4009;
  private static final String KEY = SessionGate.class.getName();

  private final Sessions sessions;

  SessionGate(Sessions sessions) {
    this.sessions = sessions;
  }

  /// Anybody of staff; others get 401.
  Handler<RoutingContext> anybody() {
    return context ->
        Answers.after(
            context,
            cookie(context)
                .map(sessions::find)
                .orElseGet(() -> Future.succeededFuture(Optional.empty())),
            session -> enter(context, session));
  }

  /// Coordinators, behind [#anybody()]; others get 403.
  Handler<RoutingContext> coordinators() {
    return context -> {
      if (of(context).role() == Role.COORDINATOR) {
        context.next();
      } else {
        new Problem(403, ROLE_REFUSED, "Coordinators only.", "").answer(context);
      }
    };
  }

  /// Those who read letters, coordinators and workers, behind [#anybody()]; others get 403.
  Handler<RoutingContext> letterReaders() {
    return context -> {
      if (MailboxStatements.readsLetters(of(context).role())) {
        context.next();
      } else {
        new Problem(403, ROLE_REFUSED, "Coordinators and workers only.", "").answer(context);
      }
    };
  }

  /// Who is signed in, behind the gate.
  static Session of(RoutingContext context) {
    return Objects.requireNonNull(context.<Session>get(KEY));
  }

  /// The cookie's secret; empty when there is none of the right shape.
  static Optional<Secret> cookie(RoutingContext context) {
    return Optional.ofNullable(context.request().getCookie(COOKIE))
        .map(Cookie::getValue)
        .flatMap(Secret::parse)
        .filter(secret -> secret.bytes().length == 32);
  }

  static void set(RoutingContext context, ConsoleOrigin origin, Secret secret) {
    context
        .response()
        .addCookie(shaped(origin, secret.reveal()).setMaxAge(SignIn.SESSION.toSeconds()));
  }

  static void remove(RoutingContext context, ConsoleOrigin origin) {
    context.response().addCookie(shaped(origin, "").setMaxAge(0));
  }

  private static Cookie shaped(ConsoleOrigin origin, String value) {
    return Cookie.cookie(COOKIE, value)
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT)
        .setPath("/")
        .setSecure(origin.encrypted());
  }

  private static void enter(RoutingContext context, Optional<Session> session) {
    if (session.isEmpty()) {
      new Problem(401, SESSION_REQUIRED, "Sign in first.", "").answer(context);
      return;
    }
    context.put(KEY, session.get());
    context.next();
  }
}
