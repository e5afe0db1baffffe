package havn.channelhttp;

import havn.http.Answers;
import havn.http.Contract;
import havn.http.Throttle;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;

/// Everything the port of the channels answers. Loaded once; [#router()] is called on each event
/// loop.
public final class ChannelHttp {

  /// Numbers and codes that are written; people do this once.
  private static final int WRITES_PER_SECOND = 10;

  private static final int WRITES_AT_ONCE = 50;

  /// A team of ten that works through its list, and looks every few seconds.
  private static final int OUTREACH_PER_SECOND = 50;

  private static final int OUTREACH_AT_ONCE = 200;

  private static final String OUTREACH = "/api/outreach/";

  private final Vertx vertx;
  private final Contract contract;
  private final Contract outreach;
  private final ChannelParts parts;
  private final Throttle throttle;
  private final Throttle team;
  private final HookRoutes.Limits hooks;

  private ChannelHttp(Vertx vertx, Contract contract, Contract outreach, ChannelParts parts) {
    this.vertx = vertx;
    this.contract = contract;
    this.outreach = outreach;
    this.parts = parts;
    this.throttle = new Throttle(WRITES_PER_SECOND, WRITES_AT_ONCE, parts.clock());
    this.team = new Throttle(OUTREACH_PER_SECOND, OUTREACH_AT_ONCE, parts.clock());
    this.hooks = HookRoutes.Limits.by(parts.clock());
  }

  public static Future<ChannelHttp> load(Vertx vertx, ChannelParts parts) {
    return Contract.load(vertx, "channels")
        .compose(
            contract ->
                Contract.load(vertx, "outreach")
                    .map(outreach -> new ChannelHttp(vertx, contract, outreach, parts)));
  }

  /// A handler of requests, for the event loop that asks.
  public Router router() {
    Router router = Router.router(vertx);
    router.route().handler((PlatformHandler) Wiping::afterwards);
    parts.outreach().ifPresent(its -> new HookRoutes(its.inlet(), hooks).addTo(router));
    router.route().handler(new CrossOrigin(parts.origins()));
    parts.outreach().ifPresent(its -> router.route().handler(outreach(its)));
    Contract.Routes routes = contract.routes();
    new ReminderRoutes(parts.reminders(), parts.gate(), throttle).addTo(routes);
    router.route("/*").subRouter(routes.router());
    Answers.refuseWithProblems(router, contract, outreach);
    return router;
  }

  /// Two contracts share the port: what is not of this one goes on.
  private Handler<RoutingContext> outreach(OutreachParts its) {
    Contract.Routes routes = outreach.routes();
    TeamGate gate = new TeamGate(parts.gate(), team);
    new ThreadRoutes(its.threads(), its.room().senders(), gate, parts.clock()).addTo(routes);
    new ReleaseRoutes(its, gate, parts.clock()).addTo(routes);
    new CardRoutes(its.room().cards(), its.room().beginnings(), gate).addTo(routes);
    new IntakeRoutes(its.room().intake(), gate).addTo(routes);
    new ResealRoutes(its.room().resealing(), gate).addTo(routes);
    new OptOutRoutes(its.list(), gate).addTo(routes);
    new SilenceRoutes(its.silence(), gate).addTo(routes);
    new CampaignRoutes(its.room().campaigns(), gate).addTo(routes);
    Router router = routes.router();
    return context -> {
      if (context.normalizedPath().startsWith(OUTREACH)) {
        router.handleContext(context);
      } else {
        context.next();
      }
    };
  }
}
