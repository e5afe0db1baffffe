package havn.channel.simulator;

import havn.channel.Ability;
import havn.channel.Channel;
import havn.channel.Handed;
import havn.channel.Outgoing;
import havn.kernel.id.TextId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.ConnectException;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;

/// Hands texts to the phone of a demonstration.
public final class SimulatorChannel implements Channel {

  private static final int MOST_CONNECTIONS = 4;
  private static final int MOST_WAITING = 64;
  private static final long PATIENCE = SECONDS * 1_000L;

  private final HttpClient client;
  private final String texts;

  /// @param url where the phone is, without a closing slash
  public SimulatorChannel(Vertx vertx, URI url) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(false),
            new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS).setMaxWaitQueueSize(MOST_WAITING));
    this.texts = url + "/phone/texts";
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.of(Ability.TEXT, Ability.KEYS, Ability.ASKED);
  }

  @Override
  public Future<Handed> hand(Outgoing text) {
    JsonObject body =
        new JsonObject()
            .put("key", text.key().hex())
            .put("to", text.to().written())
            .put("text", text.text());
    return ask(HttpMethod.POST, texts, body.toBuffer())
        .<Handed>map(
            answer ->
                switch (answer.status()) {
                  case 200, 201 -> answer.accepted();
                  case 422 -> new Handed.Refused(Handed.Why.NUMBER);
                  case 429 -> new Handed.Refused(Handed.Why.TOO_FAST);
                  case 503 -> new Handed.Refused(Handed.Why.UNREACHABLE);
                  default -> new Handed.Unknown();
                })
        .otherwise(SimulatorChannel::failed);
  }

  @Override
  public Future<Handed.Before> ask(TextId key) {
    return ask(HttpMethod.GET, texts + "/" + key.hex(), Buffer.buffer())
        .<Handed.Before>map(
            answer ->
                switch (answer.status()) {
                  case 200 -> answer.accepted();
                  case 404 -> new Handed.Unheard();
                  default -> new Handed.Unknown();
                })
        .otherwise(new Handed.Unknown());
  }

  private record Answer(int status, Buffer body) {

    Handed.Accepted accepted() {
      return new Handed.Accepted(body.toJsonObject().getString("id"));
    }
  }

  /// The body is asked for where the answer comes: whoever asks on another thread may ask after it
  /// went by, and would wait for ever.
  private Future<Answer> ask(HttpMethod method, String url, Buffer body) {
    return client
        .request(
            new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(url)
                .putHeader("content-type", "application/json")
                .setConnectTimeout(PATIENCE)
                .setIdleTimeout(PATIENCE))
        .compose(
            (HttpClientRequest request) ->
                request
                    .send(body)
                    .compose(
                        response ->
                            response
                                .body()
                                .map(content -> new Answer(response.statusCode(), content))));
  }

  /// Without a connection it has not heard of the text.
  private static Handed failed(Throwable failure) {
    return failure instanceof ConnectException
        ? new Handed.Refused(Handed.Why.UNREACHABLE)
        : new Handed.Unknown();
  }
}
