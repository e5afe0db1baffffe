package havn.boot;

import io.vertx.core.Future;

/// SMS and other plain channels. No provider is connected yet, so it opens no port.
final class ChannelsRole implements Serving {

  private ChannelsRole() {}

  static Future<Serving> start() {
    return Future.succeededFuture(new ChannelsRole());
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
