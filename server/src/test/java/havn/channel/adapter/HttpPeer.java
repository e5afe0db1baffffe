package havn.channel.adapter;

import static havn.Eventually.get;

import havn.channel.ChannelContract;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A provider over HTTP as its documentation describes it, at a port of its own.
public abstract class HttpPeer implements ChannelContract.Provider {

  private final HttpServer server;
  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private volatile Mood mood = Mood.WORKING;

  private enum Mood {
    WORKING,
    REFUSING,
    MUTE
  }

  protected HttpPeer(Vertx vertx) {
    this.server =
        get(
            vertx
                .createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> asked(request, body)))
                .listen(0, "127.0.0.1"));
  }

  /// The text of a request that the provider would take; throws when it would not.
  protected abstract String taken(HttpServerRequest request, String body);

  /// How it says that it has taken a text.
  protected abstract void accept(HttpServerRequest request);

  /// How it says that it takes nothing for now.
  protected abstract void decline(HttpServerRequest request);

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  private void asked(HttpServerRequest request, Buffer body) {
    if (mood == Mood.REFUSING) {
      decline(request);
      return;
    }
    try {
      arrived.addFirst(taken(request, body.toString()));
    } catch (RuntimeException | AssertionError unlike) {
      request.response().setStatusCode(418).end(String.valueOf(unlike.getMessage()));
      return;
    }
    if (mood == Mood.WORKING) {
      accept(request);
    }
  }

  @Override
  public List<String> arrived() {
    return List.copyOf(arrived);
  }

  @Override
  public void refuse() {
    mood = Mood.REFUSING;
  }

  @Override
  public void fallMute() {
    mood = Mood.MUTE;
  }

  @Override
  public void recover() {
    mood = Mood.WORKING;
  }

  @Override
  public void vanish() {
    get(server.close());
  }
}
