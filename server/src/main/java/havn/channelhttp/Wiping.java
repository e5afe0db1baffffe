package havn.channelhttp;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/// Overwrites the body of a request once it was answered: numbers and texts came in it.
final class Wiping {

  private Wiping() {}

  static void afterwards(RoutingContext context) {
    context.addEndHandler(ended -> body(context));
    context.next();
  }

  private static void body(RoutingContext context) {
    Buffer body = context.body().buffer();
    if (body != null) {
      body.setBytes(0, new byte[body.length()]);
    }
  }
}
