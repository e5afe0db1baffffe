package havn.load.socket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.load.RelayUnderTest;
import havn.load.relay.BareRelay;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WebSocketTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  void whatOneSendsTheOtherHearsByteForByte() {
    try (var relay = RelayUnderTest.of(vertx -> BareRelay.listen(vertx, 0));
        var loop = new Loop()) {
      var one = new Heard();
      var other = new Heard();
      var sender = WebSocket.open(loop, relay.address(), "/pair/a", "", one);
      WebSocket.open(loop, relay.address(), "/pair/a", "", other);
      assertTrue(loop.until(() -> one.open && other.open, PATIENCE));
      var said = new ArrayList<byte[]>();
      var random = new Random(3);
      for (int size : new int[] {1, 125, 126, 256, 1_024, 4_096, 16_384}) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        said.add(bytes);
        sender.send(Masked.binary(bytes));
      }
      assertTrue(loop.until(() -> other.messages.size() == said.size(), PATIENCE));
      for (int i = 0; i < said.size(); i++) {
        assertArrayEquals(said.get(i), other.messages.get(i));
      }
      assertEquals(List.of(), one.messages);
    }
  }

  @Test
  void whenOneLeavesTheOtherIsSentAway() {
    try (var relay = RelayUnderTest.of(vertx -> BareRelay.listen(vertx, 0));
        var loop = new Loop()) {
      var one = new Heard();
      var other = new Heard();
      var leaver = WebSocket.open(loop, relay.address(), "/pair/b", "", one);
      WebSocket.open(loop, relay.address(), "/pair/b", "", other);
      assertTrue(loop.until(() -> one.open && other.open, PATIENCE));
      leaver.leave();
      assertTrue(loop.until(() -> one.code == 1000 && other.code == 1000, PATIENCE));
    }
  }

  @Test
  void theServersCloseCodeIsHeard() {
    assertEquals(3508, codeFrom(socket -> socket.close((short) 3508)));
  }

  @Test
  void aTextMessageBreaksTheSocketOff() {
    assertEquals(1006, codeFrom(socket -> socket.writeTextMessage("hello")));
  }

  @Test
  void aRefusedUpgradeIsAClosedSocket() {
    try (var server =
            RelayUnderTest.of(
                vertx ->
                    vertx
                        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                        .requestHandler(request -> request.response().setStatusCode(403).end())
                        .listen());
        var loop = new Loop()) {
      var heard = new Heard();
      WebSocket.open(loop, server.address(), "/", "", heard);
      assertTrue(loop.until(() -> heard.code == 1006, PATIENCE));
    }
  }

  @Test
  void nobodyListeningIsAClosedSocket() {
    var server = RelayUnderTest.of(vertx -> BareRelay.listen(vertx, 0));
    var gone = server.address();
    server.close();
    try (var loop = new Loop()) {
      var heard = new Heard();
      WebSocket.open(loop, gone, "/", "", heard);
      assertTrue(loop.until(() -> heard.code == 1006, PATIENCE));
    }
  }

  @Test
  void onlyTheNumberOfATemplateChanges() {
    var payload = new byte[1_024];
    new Random(5).nextBytes(payload);
    for (int at : new int[] {0, 1, 30, 1_020}) {
      var template = new Template(payload, at);
      for (int number : new int[] {0, 1, 0x01020304, -1}) {
        var expected = ByteBuffer.wrap(payload.clone()).putInt(at, number).array();
        assertEquals(Masked.binary(expected), template.with(number));
      }
    }
  }

  private static int codeFrom(Consumer<ServerWebSocket> manners) {
    try (var server = RelayUnderTest.of(vertx -> answering(vertx, manners));
        var loop = new Loop()) {
      var heard = new Heard();
      WebSocket.open(loop, server.address(), "/", "", heard);
      assertTrue(loop.until(() -> heard.code != 0, PATIENCE));
      return heard.code;
    }
  }

  private static io.vertx.core.Future<io.vertx.core.http.HttpServer> answering(
      Vertx vertx, Consumer<ServerWebSocket> manners) {
    return vertx
        .createHttpServer(
            new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(0)
                .setPerMessageWebSocketCompressionSupported(false))
        .webSocketHandler(manners::accept)
        .listen();
  }

  private static final class Heard implements Listener {

    private final List<byte[]> messages = new ArrayList<>();
    private boolean open;
    private int code;

    @Override
    public void opened(WebSocket socket) {
      open = true;
    }

    @Override
    public void message(WebSocket socket, ByteBuffer in, int from, int length) {
      var bytes = new byte[length];
      in.get(from, bytes);
      messages.add(bytes);
    }

    @Override
    public void closed(int code) {
      this.code = code;
    }
  }
}
