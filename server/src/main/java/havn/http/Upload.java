package havn.http;

import havn.letters.FileShape;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/// The body of one request that brings a file. It is not read before the sender is let in, never
/// held beyond the largest file, and given up after two minutes, or when less than 32 KiB come
/// in ten seconds.
final class Upload {

  private static final Duration EVERY = Duration.ofSeconds(10);

  /// Bytes that come in that time at least, unless the file ends.
  private static final int LEAST = 32 * 1024;

  private final RoutingContext context;
  private final HttpServerRequest request;
  private final long deadline;
  private final long pace;
  private long paced;
  private Buffer body = Buffer.buffer();
  private long seen;
  private boolean answered;
  private boolean reading;

  Upload(RoutingContext context) {
    this.context = context;
    this.request = context.request();
    this.deadline = FileRoutes.deadline(context);
    this.pace = context.vertx().setPeriodic(EVERY.toMillis(), tick -> keepPace());
    request.pause();
    context.addEndHandler(end -> answered());
  }

  /// A slow sender takes the turn of others; one whom nobody has let in yet is not counted.
  private void keepPace() {
    if (reading && seen - paced < LEAST) {
      context.vertx().cancelTimer(pace);
      request.connection().close();
    }
    paced = seen;
  }

  /// Reads everything and hands it over; answers 413 when it is more than a file may be.
  void read(Handler<Buffer> whole) {
    reading = true;
    request.handler(this::take);
    request.endHandler(
        end -> {
          context.vertx().cancelTimer(pace);
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
    context.vertx().cancelTimer(pace);
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
