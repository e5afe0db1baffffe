package havn.channel.smpp;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import havn.channel.Handed;
import havn.channel.Outgoing;
import havn.channel.PhoneNumber;
import havn.kernel.id.TextId;
import havn.kernel.secret.Password;
import havn.kernel.time.SystemTime;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SelfSignedCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whom the connection trusts, and what a message centre can do to it.
class SmppLinkTest {

  /// For `localhost`, and trusted by nobody but who is told to.
  private static final SelfSignedCertificate CERTIFICATE =
      SelfSignedCertificate.create("localhost");

  private final Vertx vertx = Vertx.vertx();
  private final List<NodePeer> peers = new ArrayList<>();
  private Optional<SmppChannel> opened = Optional.empty();

  @AfterEach
  void close() {
    peers.forEach(NodePeer::close);
    opened.ifPresent(channel -> get(channel.close()));
    get(vertx.close());
  }

  @Test
  void overTlsACertificateThatIsTrustedAndFitsTheNameIsBound() {
    NodePeer peer = peer(key(), certificate());
    SmppChannel channel = open("localhost", peer.port(), true, Optional.of(certificate()));
    until("bound", channel::bound);
    assertInstanceOf(Handed.Accepted.class, get(channel.hand(text())));
  }

  @Test
  void anotherNameOrAnUnknownAuthorityIsToldNothing() {
    NodePeer peer = peer(key(), certificate());
    Dialing trusting = new Dialing(true, Optional.of(Path.of(certificate())));
    assertThrows(IOException.class, () -> trusting.createConnection("127.0.0.1", peer.port()));
    Dialing usual = new Dialing(true, Optional.empty());
    assertThrows(IOException.class, () -> usual.createConnection("localhost", peer.port()));
    assertEquals(0, peer.binds());
  }

  @Test
  void aWrongPasswordIsTriedAgainAndNeverBound() {
    NodePeer peer = peer();
    SmppChannel channel =
        open("127.0.0.1", peer.port(), false, Optional.empty(), new Password("other"));
    until("tried twice", () -> peer.strangers() >= 2);
    assertFalse(channel.bound());
    assertEquals(new Handed.Refused(Handed.Why.UNREACHABLE), get(channel.hand(text())));
  }

  @Test
  void aPduOfTwoGigabytesEndsTheConnectionAndIsNotMadeRoomFor() throws Exception {
    CountDownLatch twice = new CountDownLatch(2);
    try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                while (true) {
                  try (var socket = server.accept()) {
                    twice.countDown();
                    socket
                        .getOutputStream()
                        .write(new byte[] {0x7f, -1, -1, -1, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 1});
                    socket.getInputStream().readAllBytes();
                  } catch (IOException closed) {
                    return;
                  }
                }
              });
      SmppChannel channel = open("127.0.0.1", server.getLocalPort(), false, Optional.empty());
      until("came back", () -> twice.getCount() == 0);
      assertFalse(channel.bound());
    }
  }

  private NodePeer peer(String... files) {
    NodePeer peer = new NodePeer(files);
    peers.add(peer);
    return peer;
  }

  private SmppChannel open(String host, int port, boolean tls, Optional<String> authority) {
    return open(host, port, tls, authority, new Password(SmppPeer.WORD));
  }

  private SmppChannel open(
      String host, int port, boolean tls, Optional<String> authority, Password password) {
    SmppChannel channel =
        new SmppChannel(
            vertx,
            new SmppChannel.Account(
                host,
                port,
                tls,
                authority.map(Path::of),
                SmppPeer.USER,
                password,
                "",
                "4759440000",
                SmppChannel.Ids.SAME),
            SystemTime.wall(),
            told -> Future.succeededFuture());
    channel.start();
    opened = Optional.of(channel);
    return channel;
  }

  private static Outgoing text() {
    var number = ((PhoneNumber.Textable) PhoneNumber.read("41234567")).number();
    return new Outgoing(TextId.fresh(), number, "Hei.", false);
  }

  private static String key() {
    return CERTIFICATE.privateKeyPath();
  }

  private static String certificate() {
    return CERTIFICATE.certificatePath();
  }
}
