package havn.publichttp;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.http.Answer;
import havn.http.Asking;
import havn.kernel.secret.Secret;
import havn.letters.FileShape;
import havn.letters.Hand;
import havn.redis.Key;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sealed files over HTTP.
class SealedFilesTest {

  private PublicForTests site;

  @BeforeEach
  void open() {
    site = new PublicForTests();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void theLargestFileComesBackByteForByteAndIsNeverShown() throws Exception {
    byte[] content = Hand.file(FileShape.MOST_BYTES);
    Answer kept = site.upload(content, ticket());
    assertEquals(201, kept.status());
    String path = "/api/v1/files/" + kept.json().getString("id");
    assertArrayEquals(content, site.download(path));
    Answer answer = site.ask().get(path);
    assertEquals("application/octet-stream", answer.header("content-type"));
    assertEquals("attachment", answer.header("content-disposition"));
    assertEquals("nosniff", answer.header("x-content-type-options"));
    assertEquals("no-store", answer.header("cache-control"));
    assertEquals("*", answer.header("access-control-allow-origin"));
  }

  @Test
  void aTicketIsGoodForOneFile() {
    String ticket = ticket();
    assertEquals(201, site.upload(Hand.file(16_400), ticket).status());
    assertEquals(401, site.upload(Hand.file(16_400), ticket).status());
    assertEquals(401, site.upload(Hand.file(16_400), "x").status());
    assertEquals(401, site.upload(Hand.file(16_400), "").status());
  }

  @Test
  void lengthsThatTellTooMuchAreRefused() {
    for (int length : new int[] {0, 16_399, 16_401, 100_000}) {
      assertEquals(422, site.upload(Hand.file(length), ticket()).status());
    }
  }

  @Test
  void whatIsTooLargeIsRefusedAnnouncedOrNot() {
    byte[] large = Hand.file(FileShape.MOST_BYTES + 1);
    assertEquals(413, site.upload(large, ticket()).status());
    var unannounced = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
    assertEquals(413, uploading(ticket()).post("/api/v1/files", unannounced).status());
  }

  @Test
  void onlyThisRouteTakesLargeBodies() {
    String body = "x".repeat(300_000);
    assertEquals(413, site.ask().post("/api/v1/mailbox/acts", body).status());
    assertEquals(
        415, site.ask().with("havn-ticket", ticket()).post("/api/v1/files", body).status());
  }

  @Test
  void whenAllFilesTogetherAreTooMuchTheNextIsRefused() {
    byte[] content = Hand.file(FileShape.MOST_BYTES);
    assertEquals(201, site.upload(content, ticket()).status());
    assertEquals(201, site.upload(content, ticket()).status());
    assertEquals(507, site.upload(content, ticket()).status());
  }

  @Test
  void idsThatAreNoneAndUnknownOnesAreAnsweredAlike() {
    Answer unknown = site.ask().get("/api/v1/files/" + "A".repeat(22));
    assertEquals(404, unknown.status());
    for (String id : List.of("x", "A".repeat(21), "%00", "A".repeat(300))) {
      assertEquals(unknown.body(), site.ask().get("/api/v1/files/" + id).body());
    }
  }

  @Test
  void moreThanSixAtOnceAreToldToTryAgainAndWhoSendsNothingLosesTheTurn() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      slow.add(halfAnUpload());
    }
    byte[] content = Hand.file(16_400);
    assertEquals(429, site.upload(content, ticket()).status());
    assertEquals(404, site.ask().get("/api/v1/files/" + "A".repeat(22)).status());
    slow.removeFirst().close();
    until("there is room again", () -> site.upload(content, ticket()).status() == 201);
    for (Socket socket : slow) {
      assertEquals(-1, socket.getInputStream().read(), "nothing came in ten seconds");
      socket.close();
    }
  }

  @Test
  void theTwentyFirstUploadAtOnceIsTooManyAndWhoIsNotLetInIsNotCounted() {
    for (int i = 0; i < 21; i++) {
      assertEquals(401, site.upload(Hand.file(16_400), "x").status());
    }
    for (int i = 0; i < 20; i++) {
      assertEquals(201, site.upload(Hand.file(16_400), ticket()).status());
    }
    assertEquals(429, site.upload(Hand.file(16_400), ticket()).status());
  }

  @Test
  void aRefusedSenderMayAskAgainOverTheSameConnection() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
      String head =
          "POST /api/v1/files HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\n"
              + "content-length: 100000\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(new byte[100_000]);
      assertTrue(line(socket.getInputStream()).startsWith("HTTP/1.1 401"));
      socket
          .getOutputStream()
          .write(
              "GET /loader.none HTTP/1.1\r\nhost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String next = line(socket.getInputStream());
      while (!next.contains("HTTP/1.1")) {
        next = line(socket.getInputStream());
      }
      assertTrue(next.contains("HTTP/1.1 404"), next);
    }
  }

  /// An upload that was let in and does not go on.
  private Socket halfAnUpload() throws IOException {
    Secret ticket = get(site.tickets.issue());
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port());
    String head =
        "POST /api/v1/files HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\n"
            + "content-length: 16400\r\nhavn-ticket: "
            + ticket.reveal()
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(new byte[1_000]);
    socket.getOutputStream().flush();
    Key key = Key.of("t:" + ticket.fingerprint());
    until("its ticket is used", () -> !get(site.redis.exists(key)));
    return socket;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    if (line.isEmpty()) {
      throw new AssertionError("the connection was closed");
    }
    return line.toString();
  }

  private Asking uploading(String ticket) {
    return site.ask().with("content-type", "application/octet-stream").with("havn-ticket", ticket);
  }

  private String ticket() {
    return get(site.tickets.issue()).reveal();
  }
}
