package havn.channelhttp;

import havn.http.Answers;
import havn.http.Contract;
import havn.http.Throttle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;

/// Everything the port of the channels answers. Loaded once; [#router()] is called on each event
/// loop.
public final class ChannelHttp {

  /// Numbers and codes that are written; people do this once.
  private static final int WRITES_PER_SECOND = 10;

  private static final int WRITES_AT_ONCE = 50;

  private final Vertx vertx;
  private final Contract contract;
  private final ChannelParts parts;
  private final Throttle throttle;

  private ChannelHttp(Vertx vertx, Contract contract, ChannelParts parts) {
    this.vertx = vertx;
    this.contract = contract;
    this.parts = parts;
    this.throttle = new Throttle(WRITES_PER_SECOND, WRITES_AT_ONCE, parts.clock());
  }

  public static Future<ChannelHttp> load(Vertx vertx, ChannelParts parts) {
    return Contract.load(vertx, "channels")
        .map(contract -> new ChannelHttp(vertx, contract, parts));
  }

  /// A handler of requests, for the event loop that asks.
  public Router router() {
    Router router = Router.router(vertx);
    router.route().handler(new CrossOrigin(parts.origins()));
    Contract.Routes routes = contract.routes();
    new ReminderRoutes(parts.reminders(), parts.gate(), throttle).addTo(routes);
    router.route("/*").subRouter(routes.router());
    Answers.refuseWithProblems(router, contract);
    return router;
  }
}
