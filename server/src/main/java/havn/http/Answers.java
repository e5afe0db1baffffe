package havn.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.validation.ValidatorException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a request ends, well or badly.
public final class Answers {

  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private static final Map<Integer, String> TITLES =
      Map.of(
          400, "The request is not as the contract says.",
          403, "This is not permitted.",
          404, "There is nothing here.",
          405, "This method is not spoken here.",
          406, "No answer in an accepted form.",
          413, "The request is too large.",
          415, "This kind of content is not understood.",
          503, "A store does not answer.");

  private Answers() {}

  /// Sends JSON that nobody may keep.
  public static void json(RoutingContext context, int status, JsonObject body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .putHeader("cache-control", "no-store")
        .end(body.toBuffer());
  }

  public static void empty(RoutingContext context) {
    context.response().setStatusCode(204).putHeader("cache-control", "no-store").end();
  }

  /// Ends the request with the future's result, or with 503 when a store did not answer: nothing is
  /// told apart further, and only the kind of failure is logged.
  public static <T> void after(RoutingContext context, Future<T> future, Consumer<T> then) {
    future
        .onSuccess(
            result -> {
              if (!context.response().closed()) {
                then.accept(result);
              }
            })
        .onFailure(failure -> fail(context, failure));
  }

  /// Turns everything a router refuses by itself into problems. Called after its routes are added.
  public static void refuseWithProblems(Router router, Contract... contracts) {
    router.route().last().handler(context -> context.fail(knows(context, contracts) ? 405 : 404));
    router.route().failureHandler(Answers::explain);
    for (int status : TITLES.keySet()) {
      router.errorHandler(status, Answers::explain);
    }
    router.errorHandler(500, Answers::explain);
  }

  private static boolean knows(RoutingContext context, Contract... contracts) {
    return Arrays.stream(contracts).anyMatch(each -> each.knows(context.normalizedPath()));
  }

  private static void fail(RoutingContext context, Throwable failure) {
    LOG.atWarn().addKeyValue("kind", failure.getClass().getSimpleName()).log("request failed");
    if (!context.response().ended()) {
      Problem.of(503, "A store does not answer.").answer(context);
    }
  }

  private static void explain(RoutingContext context) {
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    Throwable failure = context.failure();
    Throwable cause = failure == null ? null : failure.getCause();
    if (failure instanceof ValidatorException broken) {
      new Problem(400, 0, title(400), String.valueOf(broken.getMessage())).answer(context);
    } else if (cause instanceof ValidatorException broken) {
      new Problem(400, 0, title(400), String.valueOf(broken.getMessage())).answer(context);
    } else if (context.statusCode() == 500) {
      String kind = failure == null ? "none" : failure.getClass().getSimpleName();
      LOG.atError().addKeyValue("kind", kind).log("defect while answering");
      Problem.of(500, "The server failed; nothing was changed.").answer(context);
    } else {
      // A path that cannot be read has no status yet.
      int status = Math.max(400, context.statusCode());
      Problem.of(status, title(status)).answer(context);
    }
  }

  private static String title(int status) {
    return TITLES.getOrDefault(status, "The request was refused.");
  }
}
