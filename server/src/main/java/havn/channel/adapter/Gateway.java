package havn.channel.adapter;

import havn.channel.Handed;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A provider's HTTP service. Verifies its certificate and name, follows no redirect, and tells
/// what never left from what was perhaps heard. Futures never fail.
public final class Gateway {

  static final int MOST_CONNECTIONS = 4;
  static final int MOST_WAITING = 64;
  static final int LONGEST_ANSWER = 64 * 1_024;
  static final long CONNECT_MILLIS = 4_000;
  static final long ANSWER_MILLIS = 5_000;

  private final Vertx vertx;
  private final HttpClient client;

  public Gateway(Vertx vertx) {
    this.vertx = vertx;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setTrustAll(false)
                .setConnectTimeout((int) CONNECT_MILLIS)
                .setMaxHeaderSize(16 * 1_024),
            new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS).setMaxWaitQueueSize(MOST_WAITING));
  }

  /// What came of a request.
  public sealed interface Outcome {}

  /// It was answered. Prints without the answer.
  public record Answer(int status, String body) implements Outcome {

    @Override
    public String toString() {
      return "Answer[" + status + "]";
    }
  }

  /// It never left: there was no connection to send it over.
  public record Unreached() implements Outcome {}

  /// It was perhaps heard, and not answered in time, in full or within 64 KiB.
  public record Silent() implements Outcome {}

  /// Reads an answer that a provider gave.
  public interface Reading {
    Handed read(Answer answer);
  }

  /// Posts a text to `url` and says what became of it.
  public Future<Handed> hand(
      String url, Map<String, String> headers, String body, Reading reading) {
    return post(url, headers, body)
        .map(
            outcome ->
                switch (outcome) {
                  case Answer answer -> reading.read(answer);
                  case Unreached unreached -> new Handed.Refused(Handed.Why.UNREACHABLE);
                  case Silent silent -> new Handed.Unknown();
                })
        .otherwise(new Handed.Unknown());
  }

  Future<Outcome> post(String url, Map<String, String> headers, String body) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(url)
            .setFollowRedirects(false)
            .setConnectTimeout(CONNECT_MILLIS);
    headers.forEach(options::putHeader);
    return client
        .request(options)
        .compose(request -> sent(request, body))
        .otherwise(new Unreached());
  }

  private Future<Outcome> sent(HttpClientRequest request, String body) {
    Promise<Outcome> outcome = Promise.promise();
    long timer =
        vertx.setTimer(
            ANSWER_MILLIS,
            late -> {
              outcome.tryComplete(new Silent());
              request.reset();
            });
    outcome.future().onComplete(done -> vertx.cancelTimer(timer));
    request.exceptionHandler(broken -> outcome.tryComplete(new Silent()));
    request
        .send(Buffer.buffer(body))
        .onFailure(broken -> outcome.tryComplete(new Silent()))
        .onSuccess(response -> gather(request, response, outcome));
    return outcome.future();
  }

  private static void gather(
      HttpClientRequest request, HttpClientResponse response, Promise<Outcome> outcome) {
    Buffer read = Buffer.buffer();
    response.exceptionHandler(broken -> outcome.tryComplete(new Silent()));
    response.endHandler(
        end ->
            outcome.tryComplete(
                new Answer(response.statusCode(), read.toString(StandardCharsets.UTF_8))));
    response.handler(
        chunk -> {
          if (read.length() + chunk.length() > LONGEST_ANSWER) {
            outcome.tryComplete(new Silent());
            request.reset();
          } else {
            read.appendBuffer(chunk);
          }
        });
  }

  @Override
  public String toString() {
    return "Gateway[…]";
  }
}
