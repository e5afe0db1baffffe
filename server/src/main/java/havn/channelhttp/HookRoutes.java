package havn.channelhttp;

import havn.channel.Hook;
import havn.channel.Told;
import havn.correspondence.Receiving;
import havn.http.Problem;
import havn.http.Throttle;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.PlatformHandler;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/hooks/<provider>`: what providers tell by themselves. Nothing is believed before the
/// provider's [Hook] has verified the raw bytes; what fails is answered 503, so that it comes
/// again. A provider that carries several services names one with `?service=`; without it stops,
/// opt-outs and reports count, and a text is answered 404.
///
/// Limits: bodies of 64 KiB, 10 s for one; of whomever, 1,000 requests a second, 2,000 at once; of
/// providers, 200 a second, 1,000 at once. Forged ones keep no genuine one out up to those 1,000 a
/// second; beyond them providers are told to come again, like everybody.
record HookRoutes(Inlet inlet, Limits limits) {

  private static final Logger LOG = LoggerFactory.getLogger(HookRoutes.class);
  private static final long SLOWEST_MILLIS = 10_000;

  static final int ANYBODYS_A_SECOND = 1_000;
  static final int ANYBODYS_AT_ONCE = 2_000;
  static final int A_SECOND = 200;
  static final int AT_ONCE = 1_000;

  /// How many are read, and how many of those that are believed are kept.
  record Limits(Throttle anybodys, Throttle providers) {

    static Limits by(InstantSource clock) {
      return new Limits(
          new Throttle(ANYBODYS_A_SECOND, ANYBODYS_AT_ONCE, clock),
          new Throttle(A_SECOND, AT_ONCE, clock));
    }
  }

  void addTo(Router router) {
    router
        .route("/hooks/:provider*")
        .handler((PlatformHandler) limits.anybodys()::handle)
        .handler((PlatformHandler) HookRoutes::hurry)
        .handler(BodyHandler.create(false).setBodyLimit(Hook.LONGEST_BODY))
        .handler(this::read);
  }

  private static void hurry(RoutingContext context) {
    HttpServerRequest request = context.request();
    long late = context.vertx().setTimer(SLOWEST_MILLIS, timer -> request.connection().close());
    context.addEndHandler(ended -> context.vertx().cancelTimer(late));
    context.next();
  }

  private void read(RoutingContext context) {
    String provider = context.normalizedPath().split("/", 4)[2];
    Hook hook = inlet.hooks().get(provider);
    if (hook == null) {
      Problem.of(404, "There is nothing here.").answer(context);
      return;
    }
    switch (read(hook, raw(context))) {
      case Hook.Challenge challenge ->
          context
              .response()
              .putHeader("content-type", "text/plain; charset=utf-8")
              .putHeader("x-content-type-options", "nosniff")
              .end(challenge.answer());
      case Hook.Forged forged -> Problem.of(403, "This is not signed.").answer(context);
      case Hook.Malformed malformed -> Problem.of(400, "This is not understood.").answer(context);
      case Hook.Heard heard -> {
        if (limits.providers().takes()) {
          keep(context, provider, heard.told());
        } else {
          Throttle.refuse(context);
        }
      }
    }
  }

  /// What was made of it is kept no longer than it takes to keep it; its bytes are gone at once.
  private static Hook.Read read(Hook hook, Hook.Raw raw) {
    try {
      return hook.read(raw);
    } finally {
      Arrays.fill(raw.body(), (byte) 0);
    }
  }

  private void keep(RoutingContext context, String provider, List<Told> told) {
    var inbox = new Receiving.Inbox(provider, service(context, provider));
    Future.succeededFuture()
        .compose(now -> inlet.told().apply(inbox, told))
        .onSuccess(
            kept -> {
              if (!context.response().closed()) {
                context.response().setStatusCode(204).end();
              }
            })
        .onFailure(failure -> notKept(context, failure));
  }

  private static void notKept(RoutingContext context, Throwable failure) {
    LOG.atWarn().addKeyValue("kind", failure.getClass().getSimpleName()).log("told later");
    if (!context.response().closed()) {
      Problem problem =
          failure instanceof Receiving.NoService
              ? Problem.of(404, "Name the service, with ?service=.")
              : Problem.of(503, "It could not be kept; tell it again.");
      problem.answer(context);
    }
  }

  private Optional<ServiceId> service(RoutingContext context, String provider) {
    Set<ServiceId> carried = inlet.services().apply(provider);
    return carried.size() == 1
        ? carried.stream().findFirst()
        : context.queryParam("service").stream()
            .flatMap(slug -> ServiceId.parse(slug).stream())
            .filter(carried::contains)
            .findFirst();
  }

  private static Hook.Raw raw(RoutingContext context) {
    HttpServerRequest request = context.request();
    Map<String, String> headers = new HashMap<>();
    for (String name : request.headers().names()) {
      List<String> values = request.headers().getAll(name);
      if (values.size() == 1) {
        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst());
      }
    }
    var body = context.body().buffer();
    return new Hook.Raw(
        request.method().name(),
        request.uri(),
        headers,
        body == null ? new byte[0] : body.getBytes());
  }
}
