package havn.load.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.load.RelayUnderTest;
import havn.load.socket.HttpCalls.Answer;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class HttpCallsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  void manyCallsShareAFewConnections() {
    var connections = ConcurrentHashMap.newKeySet();
    try (var server =
            serving(
                request -> {
                  connections.add(request.connection());
                  request.response().setStatusCode(201).end("for " + request.path());
                });
        var loop = new Loop()) {
      var answers = new ArrayList<Answer>();
      var calls = new HttpCalls(loop, server.address());
      for (int i = 0; i < 200; i++) {
        calls.post("/" + i, answers::add);
      }
      assertTrue(loop.until(() -> answers.size() == 200, PATIENCE));
      assertEquals(201, answers.getFirst().status());
      assertEquals(200, new HashSet<>(answers).size());
      assertTrue(connections.size() <= 16, connections.size() + " connections");
    }
  }

  @Test
  void aBrokenConnectionIsAnAnswerOfNothing() {
    try (var server = serving(request -> request.connection().close());
        var loop = new Loop()) {
      var answers = new ArrayList<Answer>();
      new HttpCalls(loop, server.address()).post("/", answers::add);
      assertTrue(loop.until(() -> !answers.isEmpty(), PATIENCE));
      assertEquals(List.of(new Answer(0, "")), answers);
    }
  }

  @Test
  void callsToNobodyAreAllAnsweredWithNothing() {
    var server = serving(request -> request.response().end());
    var gone = server.address();
    server.close();
    try (var loop = new Loop()) {
      var answers = new ArrayList<Answer>();
      var calls = new HttpCalls(loop, gone);
      for (int i = 0; i < 40; i++) {
        calls.post("/", answers::add);
      }
      assertTrue(loop.until(() -> answers.size() == 40, PATIENCE));
    }
  }

  private static RelayUnderTest serving(Handler<HttpServerRequest> manners) {
    return RelayUnderTest.of(
        vertx ->
            vertx
                .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(manners)
                .listen());
  }
}
