package havn.http;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.secret.Secret;
import havn.login.ConsoleOrigin;
import havn.login.Session;
import havn.login.Sessions;
import havn.login.SignIn;
import havn.staff.Device;
import havn.staff.DeviceStore;
import havn.staff.Right;
import havn.staff.Role;
import havn.staff.RosterBook;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The session cookie, and who comes in with it.
public final class SessionGate {

  static final String COOKIE = "havn_session";
  private static final int SESSION_REQUIRED = 3522;
  private static final int DEVICE_REFUSED = 3523;
  private static final int ROLE_REFUSED = 4009;
  private static final Future<Boolean> NO = Future.succeededFuture(false);
  private static final String KEY = SessionGate.class.getName();

  private final Sessions sessions;
  private final DeviceStore devices;
  private final RosterBook rosters;
  private final InstantSource clock;

  public SessionGate(
      Sessions sessions, DeviceStore devices, RosterBook rosters, InstantSource clock) {
    this.sessions = sessions;
    this.devices = devices;
    this.rosters = rosters;
    this.clock = clock;
  }

  /// Anybody of staff, also from a device that was taken out of the list; others get 401.
  public Handler<RoutingContext> known() {
    return context -> Answers.after(context, find(context), session -> enter(context, session));
  }

  /// Anybody of staff whose device was not taken out of the list: those get 403, others 401.
  public Handler<RoutingContext> anybody() {
    return context ->
        Answers.after(
            context,
            find(context),
            session ->
                Answers.after(
                    context,
                    session.flatMap(Session::device).map(this::removed).orElse(NO),
                    gone -> {
                      if (gone) {
                        refuseDevice(context);
                      } else {
                        enter(context, session);
                      }
                    }));
  }

  /// Those whose role has the right, behind [#anybody()]; others get 403.
  public Handler<RoutingContext> may(Right right) {
    return may(right, EnumSet.of(Right.Grant.ALWAYS));
  }

  /// Those whose role has the right always or in a shift, behind [#anybody()]; others get 403.
  /// Whoever answers narrows it to the services of the shifts that somebody holds now.
  public Handler<RoutingContext> mayInShift(Right right) {
    return may(right, EnumSet.of(Right.Grant.ALWAYS, Right.Grant.IN_SHIFT));
  }

  private static Handler<RoutingContext> may(Right right, Set<Right.Grant> enough) {
    return context -> {
      if (enough.contains(right.of(of(context).role()))) {
        context.next();
      } else {
        new Problem(
                403,
                ROLE_REFUSED,
                "Your role may not do this.",
                "These may: " + who(right, enough) + ".")
            .answer(context);
      }
    };
  }

  private static String who(Right right, Set<Right.Grant> enough) {
    return Arrays.stream(Role.values())
        .filter(role -> enough.contains(right.of(role)))
        .map(Role::printed)
        .collect(Collectors.joining(", "));
  }

  /// Those who may add a passkey, behind [#anybody()]: whose session's device is in the list, or of
  /// whom no device was removed since they signed in. So a browser that was stolen with a device
  /// gets no new way in. Others get 403.
  public Handler<RoutingContext> passkeyMakers() {
    return context -> {
      Session session = of(context);
      if (session.device().filter(this::stands).isPresent()) {
        context.next();
        return;
      }
      Answers.after(
          context,
          devices.hasRemoved(session.staff(), session.safeBefore()),
          lost -> {
            if (lost) {
              refuseDevice(context);
            } else {
              context.next();
            }
          });
    };
  }

  /// Those whose session's device is in the list now, behind [#anybody()]; others get 403. Sealed
  /// things are handed out to nobody else, so that a browser whose device was taken out of the list
  /// gets none although its session lives on.
  public Handler<RoutingContext> listed() {
    return context -> {
      if (of(context).device().filter(this::stands).isPresent()) {
        context.next();
      } else {
        refuseDevice(context);
      }
    };
  }

  /// Whether this session may have this device; one of a removed device takes no other, so that
  /// whoever holds that browser cannot begin anew in it.
  public Future<Boolean> takes(Session session, DeviceId device) {
    return session
        .device()
        .filter(bound -> !bound.equals(device))
        .map(bound -> removed(bound).map(gone -> !gone))
        .orElseGet(() -> Future.succeededFuture(true));
  }

  /// The same as [#listed()] as soon as there is a list; before the first one, everybody.
  public Handler<RoutingContext> listedIfAny() {
    Handler<RoutingContext> listed = listed();
    return context -> {
      if (rosters.current().isEmpty()) {
        context.next();
      } else {
        listed.handle(context);
      }
    };
  }

  /// Notes that this device proved its key under the session of this request.
  public Future<Void> bind(RoutingContext context, DeviceId device) {
    return cookie(context)
        .map(secret -> sessions.bind(secret, device))
        .orElseGet(Future::succeededFuture);
  }

  /// Adds a service to the session of this request.
  public Future<Void> add(RoutingContext context, ServiceId service) {
    return cookie(context)
        .map(secret -> sessions.add(secret, service))
        .orElseGet(Future::succeededFuture);
  }

  private Future<Optional<Session>> find(RoutingContext context) {
    return cookie(context)
        .map(sessions::find)
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private boolean stands(DeviceId device) {
    return rosters.current().flatMap(r -> r.entry(device, clock.instant())).isPresent();
  }

  /// Whether the device was in a list once, and is not any more. A store is asked about devices
  /// that are not in the list only.
  private Future<Boolean> removed(DeviceId device) {
    return stands(device)
        ? NO
        : devices
            .find(device)
            .map(found -> found.filter(d -> d.state() == Device.State.REVOKED).isPresent());
  }

  public static void refuseDevice(RoutingContext context) {
    new Problem(
            403,
            DEVICE_REFUSED,
            "This browser's device is not in the list of devices.",
            "Sign in with a device that a coordinator has approved.")
        .answer(context);
  }

  /// Who is signed in, behind the gate.
  public static Session of(RoutingContext context) {
    return Objects.requireNonNull(context.<Session>get(KEY));
  }

  /// The cookie's secret; empty when there is none of the right shape.
  public static Optional<Secret> cookie(RoutingContext context) {
    return Optional.ofNullable(context.request().getCookie(COOKIE))
        .map(Cookie::getValue)
        .flatMap(Secret::parse)
        .filter(secret -> secret.bytes().length == 32);
  }

  public static void set(RoutingContext context, ConsoleOrigin origin, Secret secret) {
    context
        .response()
        .addCookie(shaped(origin, secret.reveal()).setMaxAge(SignIn.SESSION.toSeconds()));
  }

  public static void remove(RoutingContext context, ConsoleOrigin origin) {
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
