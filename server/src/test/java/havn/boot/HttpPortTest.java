package havn.boot;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.TestPorts;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a listening port bears with.
class HttpPortTest {

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    get(vertx.close());
  }

  @Test
  void aConnectionThatNeverFinishesItsRequestIsClosed() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    int port = TestPorts.free();
    get(HttpPort.open(vertx, here.getHostAddress(), port, Duration.ofMillis(300), this::parts));
    try (Socket slow = new Socket(here, port)) {
      slow.setSoTimeout(10_000);
      slow.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
      assertEquals(-1, slow.getInputStream().read());
    }
  }

  private HttpPort.Parts parts() {
    return new HttpPort.Parts(
        request -> request.response().end(), handshake -> handshake.reject(404), socket -> {});
  }
}
