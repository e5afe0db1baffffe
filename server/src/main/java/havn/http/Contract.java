package havn.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.PlatformHandler;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.ValidatedRequest;
import java.time.Duration;
import java.util.Objects;

/// A description of one port (OpenAPI 3.1) that requests are checked against.
public final class Contract {

  public static final int MOST_BODY_BYTES = 256 * 1024;

  private static final Duration SLOWEST_BODY = Duration.ofSeconds(30);

  private final Vertx vertx;
  private final OpenAPIContract contract;

  private Contract(Vertx vertx, OpenAPIContract contract) {
    this.vertx = vertx;
    this.contract = contract;
  }

  /// Reads `openapi/<name>.yaml` from the class path; fails when it is not OpenAPI.
  public static Future<Contract> load(Vertx vertx, String name) {
    return OpenAPIContract.from(vertx, "openapi/" + name + ".yaml")
        .map(contract -> new Contract(vertx, contract));
  }

  /// Whether some operation has this path.
  boolean knows(String path) {
    return contract.findPath(path) != null;
  }

  /// Routes to fill in, for one event loop. Requests have read their body, up to 256 KiB.
  public Routes routes() {
    return routes(SLOWEST_BODY);
  }

  Routes routes(Duration slowest) {
    return new Routes(
        RouterBuilder.create(vertx, contract, RequestExtractor.withBodyHandler())
            .rootHandler((PlatformHandler) context -> hurry(context, slowest))
            .rootHandler(BodyHandler.create(false).setBodyLimit(MOST_BODY_BYTES)));
  }

  /// Closes the connection of whoever takes longer for a body than anybody needs.
  private static void hurry(RoutingContext context, Duration slowest) {
    HttpServerRequest request = context.request();
    if (!request.isEnded()) {
      long late = context.vertx().setTimer(slowest.toMillis(), t -> request.connection().close());
      request.end().onComplete(ended -> context.vertx().cancelTimer(late));
    }
    context.next();
  }

  /// The operations of a contract and what answers them.
  public static final class Routes {

    private final RouterBuilder builder;

    private Routes(RouterBuilder builder) {
      this.builder = builder;
    }

    /// The handlers of one operation, in order; throws when the contract has none of this id.
    @SafeVarargs
    public final Routes on(String operation, Handler<RoutingContext>... handlers) {
      var route = Objects.requireNonNull(builder.getRoute(operation), operation);
      for (Handler<RoutingContext> handler : handlers) {
        route.addHandler(handler);
      }
      return this;
    }

    public Router router() {
      return builder.createRouter();
    }
  }

  /// The JSON object of the body, as the contract has accepted it.
  public static JsonObject body(RoutingContext context) {
    return Objects.requireNonNull(accepted(context).getBody().getJsonObject());
  }

  /// A text in the path.
  public static String text(RoutingContext context, String name) {
    var parameter = Objects.requireNonNull(accepted(context).getPathParameters().get(name));
    return Objects.requireNonNull(parameter.getString());
  }

  /// A whole number in the path.
  public static long number(RoutingContext context, String name) {
    var parameter = Objects.requireNonNull(accepted(context).getPathParameters().get(name));
    return Objects.requireNonNull(parameter.getLong());
  }

  /// The request as the contract has accepted it.
  private static ValidatedRequest accepted(RoutingContext context) {
    return Objects.requireNonNull(
        context.<ValidatedRequest>get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST));
  }
}
