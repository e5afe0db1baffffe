package havn.boot;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.TestPorts;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.http.WebSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a listening port bears with.
class HttpPortTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final Vertx vertx = Vertx.vertx();
  private final int port = TestPorts.free();

  /// WebSockets that ended.
  private final AtomicInteger over = new AtomicInteger();

  @AfterEach
  void close() {
    get(vertx.close());
  }

  @Test
  void aConnectionThatNeverFinishesItsRequestIsClosed() throws IOException {
    open(new HttpPort.Bounds(10, Duration.ofMillis(300)));
    try (Socket slow = connected()) {
      slow.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
      assertEquals(-1, slow.getInputStream().read());
    }
  }

  @Test
  void oneConnectionMoreThanTheBoundIsClosedAndTheEndOfAnotherMakesRoom() throws IOException {
    open(new HttpPort.Bounds(2));
    Socket silent = connected();
    try (Socket asking = connected()) {
      assertEquals(200, asks(asking));
      until("whoever says nothing is counted", () -> asksAnew() == -1);
      assertEquals(200, asks(asking), "whoever is in stays");
      silent.close();
      until("there is room", () -> asksAnew() == 200);
    }
  }

  @Test
  void aWebSocketIsNoneOfThemAndItsEndMakesNoRoom() throws IOException {
    open(new HttpPort.Bounds(1));
    WebSocket socket = get(vertx.createWebSocketClient().connect(port, HERE.getHostAddress(), "/"));
    try (Socket plain = letIn()) {
      assertEquals(-1, asksAnew());
      get(socket.close());
      until("the WebSocket is over", () -> over.get() == 1);
      assertEquals(-1, asksAnew());
      assertEquals(200, asks(plain));
    }
    until("there is room", () -> asksAnew() == 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0",
        "GET / HTTP/1.1\r\nhost: here\r\nconnection: upgrade, http2-settings\r\nupgrade: h2c\r\n"
            + "http2-settings: AAMAAABkAAQAAP__\r\n\r\n"
      })
  void whoeverSpeaksHttp2IsNotFollowedAndLeavesRoomBehind(String beginning) throws IOException {
    open(new HttpPort.Bounds(1));
    try (Socket other = connected()) {
      other.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
      byte[] read = other.getInputStream().readNBytes(12);
      assertNotEquals("HTTP/1.1 101", new String(read, StandardCharsets.US_ASCII));
      assertTrue(read.length == 0 || read[0] == 'H', "an answer of HTTP/1.1, or none");
    }
    until("there is room", () -> asksAnew() == 200);
  }

  private void open(HttpPort.Bounds bounds) {
    get(HttpPort.open(vertx, HERE.getHostAddress(), port, bounds, this::parts));
  }

  private Socket connected() throws IOException {
    Socket socket = new Socket(HERE, port);
    socket.setSoTimeout(10_000);
    return socket;
  }

  /// One that has an answer, as soon as there is room for it.
  private Socket letIn() {
    AtomicReference<Socket> in = new AtomicReference<>();
    until(
        "there is room",
        () -> {
          try {
            in.set(connected());
            return asks(in.get()) == 200;
          } catch (IOException refused) {
            throw new UncheckedIOException(refused);
          }
        });
    return in.get();
  }

  private int asksAnew() {
    try (Socket socket = connected()) {
      return asks(socket);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /// The status of an answer; -1 when the connection is closed instead.
  private static int asks(Socket socket) {
    try {
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nhost: here\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      StringBuilder read = new StringBuilder();
      while (read.indexOf("\r\n\r\n") < 0) {
        int next = socket.getInputStream().read();
        if (next < 0) {
          return -1;
        }
        read.append((char) next);
      }
      return Integer.parseInt(read.substring(9, 12));
    } catch (SocketTimeoutException silent) {
      throw new UncheckedIOException(silent);
    } catch (IOException closed) {
      return -1;
    }
  }

  private HttpPort.Parts parts() {
    return new HttpPort.Parts(
        request -> request.response().end(),
        ServerWebSocketHandshake::accept,
        socket -> socket.closeHandler(closed -> over.incrementAndGet()));
  }
}
