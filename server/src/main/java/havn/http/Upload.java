package havn.http;

import havn.letters.FileShape;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/// The body of one request that brings a file. It is not read before the sender is let in, never
/// held beyond the largest file, and given up after two minutes.
final class Upload {

  private final RoutingContext context;
  private final HttpServerRequest request;
  private final long deadline;
  private Buffer body = Buffer.buffer();
  private long seen;
  private boolean answered;

  Upload(RoutingContext context) {
    this.context = context;
    this.request = context.request();
    this.deadline = FileRoutes.deadline(context);
    request.pause();
    context.addEndHandler(end -> answered());
  }

  /// Reads everything and hands it over; answers 413 when it is more than a file may be.
  void read(Handler<Buffer> whole) {
    request.handler(this::take);
    request.endHandler(
        end -> {
          if (!context.response().ended()) {
            whole.handle(body);
          }
        });
    request.resume();
  }

  private void take(Buffer part) {
    seen += part.length();
    if (seen <= FileShape.MOST_BYTES) {
      body.appendBuffer(part);
    } else if (!answered) {
      body = Buffer.buffer();
      Problem.of(413, "The request is too large.").answer(context);
    } else {
      request.connection().close();
    }
  }

  /// A refused sender may finish, so that a browser reads the answer; but nothing is kept.
  private void answered() {
    answered = true;
    body = Buffer.buffer();
    if (request.isEnded()) {
      context.vertx().cancelTimer(deadline);
      return;
    }
    request.handler(
        part -> {
          seen += part.length();
          if (seen > FileShape.MOST_BYTES) {
            request.connection().close();
          }
        });
    request.endHandler(end -> context.vertx().cancelTimer(deadline));
    request.resume();
  }
}
