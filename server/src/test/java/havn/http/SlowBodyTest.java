package havn.http;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.TestPorts;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Bodies that come too slowly.
class SlowBodyTest {

  private static final String HEAD =
      "POST /anywhere HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n\r\n";

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    get(vertx.close());
  }

  @Test
  void whoeverNeverFinishesABodyIsCutOff() throws IOException {
    try (Socket slow = connected(Duration.ofMillis(300))) {
      slow.getOutputStream().write((HEAD + "half").getBytes(StandardCharsets.US_ASCII));
      assertEquals(-1, slow.getInputStream().read());
    }
  }

  @Test
  void aBodyThatComesInTimeIsAnswered() throws IOException {
    try (Socket quick = connected(Duration.ofSeconds(10))) {
      quick.getOutputStream().write((HEAD + "0123456789").getBytes(StandardCharsets.US_ASCII));
      var answer =
          new BufferedReader(
              new InputStreamReader(quick.getInputStream(), StandardCharsets.US_ASCII));
      assertEquals("HTTP/1.1 404 Not Found", answer.readLine());
    }
  }

  private Socket connected(Duration slowest) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    int port = TestPorts.free();
    Contract contract = get(Contract.load(vertx, "public"));
    Router router = contract.routes(slowest).router();
    router.route().last().handler(context -> context.response().setStatusCode(404).end());
    get(vertx.createHttpServer().requestHandler(router).listen(port, here.getHostAddress()));
    Socket socket = new Socket(here, port);
    socket.setSoTimeout(10_000);
    return socket;
  }
}
