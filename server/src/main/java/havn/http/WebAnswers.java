package havn.http;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// Sends web files.
public final class WebAnswers {

  /// For files with a hash in their name.
  public static final String FOR_EVER = "public, max-age=31536000, immutable";

  /// For pages: nothing stays in the browser.
  public static final String NEVER = "no-store";

  private WebAnswers() {}

  /// Browsers ask for `/favicon.ico` unasked; there is none, which is not worth a line in a
  /// console.
  public static void noIcon(Router router) {
    router
        .get("/favicon.ico")
        .handler(
            context ->
                context.response().setStatusCode(204).putHeader("cache-control", FOR_EVER).end());
  }

  /// Sends the file, or 404.
  public static void send(
      RoutingContext context, Future<Optional<WebFiles.WebFile>> file, String caching) {
    Answers.after(
        context,
        file,
        found ->
            found.ifPresentOrElse(
                f ->
                    context
                        .response()
                        .putHeader("content-type", f.type())
                        .putHeader("cache-control", caching)
                        .end(f.content()),
                () -> context.fail(404)));
  }
}
