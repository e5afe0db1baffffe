package havn.gateway;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.kernel.id.ConversationId;
import havn.kernel.secret.Secret;
import havn.wire.Padding;
import havn.wire.Samples;
import havn.wire.v1.Talk;
import havn.wire.v1.VisitorDown;
import havn.wire.v1.VisitorUp;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The visitor's bad client. Each misdeed has its number and ends only its own connection: beside
/// it a neighbour talks on.
class VisitorBadClientTest {

  private static final SocketLimits TIGHT =
      new SocketLimits(300, 64, 262_144, 50, Duration.ofMillis(700), Duration.ofMillis(400));

  private static TestPeople people;
  private static TestHouse house;
  private DeskClient desk;
  private VisitorClient neighbour;
  private int said;

  @BeforeAll
  static void open() {
    people = new TestPeople();
    house = new TestHouse(people, TIGHT);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void aNeighbourTalks() {
    desk = house.onDuty(people.worker());
    neighbour = talking();
  }

  @AfterEach
  void theNeighbourTalksOn() {
    neighbour.talk(1, said++);
    neighbour.await(VisitorDown::hasStored);
    desk.talk(neighbour.conversation, 1, 0);
    neighbour.await(d -> d.hasEntry() && d.getEntry().hasTalk());
    neighbour.leave();
    assertEquals(3541, neighbour.closeCode());
    desk.ws.close();
  }

  private VisitorClient talking() {
    VisitorClient visitor = house.inChatWith(desk);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    return visitor;
  }

  private record Misdeed(String name, int code, Consumer<VisitorClient> act) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static VisitorUp told(int days) {
    return Samples.ring(Samples.card(house.service.slug()).toBuilder().setTold(days).build());
  }

  static Stream<Misdeed> misdeeds() {
    ConversationId other = ConversationId.fresh();
    return Stream.of(
        new Misdeed("too large", 3500, v -> v.sendRaw(new byte[16_385])),
        new Misdeed("far too large", 3500, v -> v.sendRaw(new byte[60_000])),
        new Misdeed("empty", 3501, v -> v.sendRaw(new byte[0])),
        new Misdeed("truncated", 3501, v -> v.sendRaw(Arrays.copyOf(good(v), 100))),
        new Misdeed("unknown", 3502, v -> v.sendRaw(new byte[256])),
        new Misdeed("unpadded", 3503, v -> v.sendRaw(Arrays.copyOf(good(v), 1_000))),
        new Misdeed("padded too far", 3503, v -> v.sendRaw(Arrays.copyOf(good(v), 4_096))),
        new Misdeed("out of turn", 3504, v -> v.hello(Secret.fresh())),
        new Misdeed("rings twice", 3504, v -> v.send(Samples.ring(house.service.slug()))),
        new Misdeed("told of more than 30 days", 3501, v -> v.send(told(31))),
        new Misdeed("text", 3505, v -> v.ws.writeTextMessage("hello")),
        new Misdeed(
            "fragments",
            3505,
            v -> v.ws.writeFrame(WebSocketFrame.binaryFrame(Buffer.buffer(good(v)), false))),
        new Misdeed("another conversation", 3506, v -> v.send(talk(sealed(other, 1, 0, 0)))),
        new Misdeed("another slot", 3506, v -> v.send(talk(sealed(v.conversation, 1, 1, 0)))),
        new Misdeed("a coming epoch", 3506, v -> v.send(talk(sealed(v.conversation, 2, 0, 0)))),
        new Misdeed("no epoch", 3506, v -> v.send(talk(sealed(v.conversation, 0, 0, 0)))),
        new Misdeed("a signal as talk", 3506, v -> v.send(talk(sealed(v.conversation, 1, 0, -1)))),
        new Misdeed(
            "signed",
            3506,
            v ->
                v.send(
                    VisitorUp.newBuilder()
                        .setTalk(Samples.talk(sealed(v.conversation, 1, 0, 0), true))
                        .build())),
        new Misdeed(
            "clear text",
            3506,
            v -> v.send(talk(ByteString.copyFromUtf8("hello, this is not sealed")))),
        new Misdeed(
            "another frame under a used counter",
            3507,
            v -> {
              v.talk(1, 0);
              byte[] forged = sealed(v.conversation, 1, 0, 0).toByteArray();
              forged[forged.length - 1] ^= 1;
              v.send(talk(ByteString.copyFrom(forged)));
            }),
        new Misdeed(
            "floods",
            3508,
            v -> {
              for (int i = 0; i < 200; i++) {
                v.signal(1);
              }
            }),
        new Misdeed(
            "floods with pings",
            3508,
            v -> {
              for (int i = 0; i < 200; i++) {
                v.ws.writePing(Buffer.buffer(new byte[125]));
              }
            }));
  }

  private static byte[] good(VisitorClient visitor) {
    return Padding.frame(visitor.talkFrame(1, 0, 922));
  }

  private static ByteString sealed(ConversationId id, int epoch, int slot, int counter) {
    return Samples.sealed(id, epoch, slot, counter, 922);
  }

  private static VisitorUp talk(ByteString frame) {
    return VisitorUp.newBuilder().setTalk(Talk.newBuilder().setFrame(frame)).build();
  }

  @ParameterizedTest
  @MethodSource("misdeeds")
  void endsWithItsNumber(Misdeed misdeed) {
    VisitorClient bad = talking();
    misdeed.act().accept(bad);
    assertEquals(misdeed.code(), bad.closeCode());
  }

  @Test
  void anUnknownTicketIsRefused() {
    VisitorClient bad = house.visitor();
    bad.hello(Secret.fresh());
    assertEquals(3520, bad.closeCode());
  }

  @Test
  void aUsedTicketIsRefusedLikeAnUnknownOne() {
    Secret ticket = get(house.tickets.issue());
    VisitorClient first = house.visitor();
    first.hello(ticket);
    first.await(VisitorDown::hasWelcome);
    VisitorClient second = house.visitor();
    second.hello(ticket);
    assertEquals(3520, second.closeCode());
  }

  @Test
  void talkingBeforeHelloIsOutOfTurn() {
    VisitorClient bad = house.visitor();
    bad.talk(1, 0);
    assertEquals(3504, bad.closeCode());
  }

  @Test
  void withoutTheSubprotocolNothingIsSpoken() {
    assertEquals(3524, VisitorClient.connect(house, Optional.empty()).closeCode());
  }

  @Test
  void whoSaysNothingIsEndedInTime() {
    assertEquals(3525, house.visitor().closeCode());
  }

  @Test
  void whoLeavesThreePingsUnansweredIsEnded() {
    VisitorClient bad = house.welcomed();
    bad.silent = true;
    assertEquals(3002, bad.closeCode());
  }

  @Test
  void aRepeatOfTheSameBytesIsDroppedAndHarmless() {
    VisitorClient visitor = talking();
    visitor.talk(1, 0);
    visitor.talk(1, 0);
    visitor.talk(1, 1);
    visitor.await(d -> d.hasStored() && d.getStored().getCounter() == 1);
    assertEquals(2, visitor.all(VisitorDown::hasStored, d -> d).size());
    assertTrue(visitor.isOpen());
  }

  @Test
  void pastTheCapConnectionsAreToldToComeBackLater() {
    try (TestHouse small =
        new TestHouse(
            people,
            new SocketLimits(
                10, 64, 262_144, 50, Duration.ofSeconds(10), Duration.ofSeconds(15)))) {
      for (int i = 0; i < 9; i++) {
        small.welcomed();
      }
      assertEquals(3004, small.visitor().closeCode());
      assertTrue(small.desk(people.worker()).isOpen(), "a tenth is kept for staff");
    }
  }

  @Test
  void anotherPathIsNotFound() {
    io.vertx.core.http.WebSocketConnectOptions to =
        new io.vertx.core.http.WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(house.visitorPort)
            .setURI("/v1/desk");
    assertEquals(404, DeskBadClientTest.rejection(house, to));
  }
}
