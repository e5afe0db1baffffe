package havn.gateway;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.secret.Secret;
import havn.seal.SigningKey;
import havn.wire.Padding;
import havn.wire.Samples;
import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskPong;
import havn.wire.v1.DeskTalk;
import havn.wire.v1.DeskUp;
import havn.wire.v1.DutyOff;
import havn.wire.v1.DutyOn;
import havn.wire.v1.SignedStatement;
import havn.wire.v1.VisitorDown;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The console's bad client: each misdeed has its number, and a neighbour at another desk talks on.
class DeskBadClientTest {

  private static final SocketLimits TIGHT =
      new SocketLimits(300, 64, 262_144, 50, Duration.ofMillis(700), Duration.ofMillis(400));

  private static TestPeople people;
  private static TestHouse house;
  private DeskClient good;
  private VisitorClient neighbour;

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
    good = house.onDuty(people.worker());
    neighbour = talkingWith(good);
  }

  @AfterEach
  void theNeighbourTalksOn() {
    neighbour.talk(1, 0);
    good.await(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk());
    good.talk(neighbour.conversation, 1, 0);
    neighbour.await(d -> d.hasEntry() && d.getEntry().hasTalk());
    good.end(neighbour.conversation);
    assertEquals(3541, neighbour.closeCode());
    good.ws.close();
    get(house.presences.of(house.service)).forEach(record -> house.goes(record.device()));
  }

  private static VisitorClient talkingWith(DeskClient desk) {
    VisitorClient visitor = house.inChatWith(desk);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    return visitor;
  }

  static int rejection(TestHouse house, WebSocketConnectOptions to) {
    Throwable failure =
        assertThrows(
                java.util.concurrent.ExecutionException.class,
                () ->
                    house
                        .sockets
                        .connect(to)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS))
            .getCause();
    return failure instanceof UpgradeRejectedException refused ? refused.getStatus() : 0;
  }

  @Test
  void aForeignOriginIsRefusedAtTheUpgrade() {
    WebSocketConnectOptions to =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(house.deskPort)
            .setURI(Gateway.DESK_PATH)
            .addSubProtocol(Gateway.SUBPROTOCOL);
    assertEquals(403, rejection(house, to));
    to.addHeader("Origin", "http://worker.localhost.example.org");
    assertEquals(403, rejection(house, to));
  }

  @Test
  void withoutASessionThereIsNoChallenge() {
    DeskClient bad = DeskClient.connect(house, people.worker(), Secret.fresh(), TestHouse.ORIGIN);
    assertEquals(3522, bad.closeCode());
    assertEquals(0, bad.all(DeskDown::hasChallenge, d -> d).size());
  }

  @Test
  void aDeviceThatIsNotRosteredIsRefused() {
    TestPeople.Worker stranger =
        new TestPeople.Worker(
            DeviceId.fresh(),
            SigningKey.fresh(),
            havn.staff.Role.WORKER,
            SignedStatement.getDefaultInstance());
    assertEquals(3523, answering(stranger).closeCode());
  }

  @Test
  void aDeviceThatSignsWithAnotherKeyIsRefused() {
    TestPeople.Worker known = people.worker();
    TestPeople.Worker posing =
        new TestPeople.Worker(known.device(), SigningKey.fresh(), known.role(), known.statement());
    assertEquals(3523, answering(posing).closeCode());
  }

  private DeskClient answering(TestPeople.Worker worker) {
    DeskClient desk =
        DeskClient.connect(house, worker, house.cookie(people.worker()), TestHouse.ORIGIN);
    desk.hello();
    return desk;
  }

  @Test
  void whoDoesNotAnswerTheChallengeIsEndedInTime() {
    DeskClient bad =
        DeskClient.connect(house, people.worker(), house.cookie(people.worker()), TestHouse.ORIGIN);
    assertEquals(3525, bad.closeCode());
  }

  @Test
  void whoSpeaksBeforeTheProofIsOutOfTurn() {
    TestPeople.Worker worker = people.worker();
    DeskClient bad = DeskClient.connect(house, worker, house.cookie(worker), TestHouse.ORIGIN);
    bad.await(DeskDown::hasChallenge);
    bad.dutyOn();
    assertEquals(3504, bad.closeCode());
  }

  private record Misdeed(String name, int code, Consumer<DeskClient> act) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Misdeed> misdeeds() {
    return Stream.of(
        new Misdeed("too large", 3500, d -> d.sendRaw(new byte[16_385])),
        new Misdeed("truncated", 3501, d -> d.sendRaw(new byte[1])),
        new Misdeed("unknown", 3502, d -> d.sendRaw(new byte[256])),
        new Misdeed("unpadded", 3503, d -> d.sendRaw(Arrays.copyOf(dutyOff(), 300))),
        new Misdeed("hello again", 3504, d -> d.send(hello())),
        new Misdeed("text", 3505, d -> d.ws.writeTextMessage("hello")),
        new Misdeed(
            "fragments",
            3505,
            d -> d.ws.writeFrame(WebSocketFrame.binaryFrame(Buffer.buffer(dutyOff()), false))),
        new Misdeed(
            "floods",
            3508,
            d -> {
              // Frames without an answer: answers could fill the outbound queue first.
              for (int i = 0; i < 200; i++) {
                d.send(DeskUp.newBuilder().setPong(DeskPong.getDefaultInstance()).build());
              }
            }));
  }

  private static byte[] dutyOff() {
    return Padding.frame(DeskUp.newBuilder().setDutyOff(DutyOff.getDefaultInstance()).build());
  }

  private static DeskUp hello() {
    return DeskUp.newBuilder()
        .setHello(
            havn.wire.v1.DeskHello.newBuilder()
                .setDevice(ByteString.copyFrom(new byte[16]))
                .setSignature(ByteString.copyFrom(new byte[64])))
        .build();
  }

  @ParameterizedTest
  @MethodSource("misdeeds")
  void endsWithItsNumber(Misdeed misdeed) {
    DeskClient bad = house.desk(people.worker());
    misdeed.act().accept(bad);
    assertEquals(misdeed.code(), bad.closeCode());
  }

  @Test
  void framesOfAnotherSlotUnsignedOrOfAComingEpochAreNoEnvelopes() {
    ConversationId id = null;
    for (int misdeed = 0; misdeed < 3; misdeed++) {
      DeskClient bad = house.onDuty(people.worker());
      id = talkingWith(bad).conversation;
      ByteString frame = Samples.sealed(id, misdeed == 1 ? 2 : 1, misdeed == 0 ? 0 : 1, 0, 922);
      bad.send(
          DeskUp.newBuilder()
              .setTalk(DeskTalk.newBuilder().setTalk(Samples.talk(frame, misdeed != 2)))
              .build());
      assertEquals(3506, bad.closeCode());
      house.goes(bad.worker.device());
    }
  }

  @Test
  void anEpochForAnotherDeviceIsNoEnvelope() {
    DeskClient bad = house.onDuty(people.worker());
    ConversationId id = talkingWith(bad).conversation;
    bad.send(Samples.newEpoch(id, 1, 2, DeviceId.fresh()));
    assertEquals(3506, bad.closeCode());
  }

  @Test
  void anEpochOutOfOrderOrUnderAnOldFenceIsBehind() {
    DeskClient desk = house.onDuty(people.worker());
    VisitorClient visitor = talkingWith(desk);
    for (int number : new int[] {1, 3}) {
      desk.epoch(visitor.conversation, 1, number);
      assertEquals(4004, desk.await(DeskDown::hasRefused).getRefused().getCodeValue());
    }
    desk.epoch(visitor.conversation, 0, 2);
    assertEquals(4004, desk.await(DeskDown::hasRefused).getRefused().getCodeValue());
    desk.statement(visitor.conversation, 7);
    assertEquals(4004, desk.await(DeskDown::hasRefused).getRefused().getCodeValue());
    desk.epoch(visitor.conversation, 1, 2);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
  }

  @Test
  void whatBelongsToAnotherDeskIsNotYours() {
    DeskClient nosy = house.onDuty(people.worker());
    ConversationId id = neighbour.conversation;
    nosy.attach(id, 0);
    assertEquals(4010, nosy.await(DeskDown::hasRefused).getRefused().getCodeValue());
    nosy.end(id);
    assertEquals(4010, nosy.await(DeskDown::hasRefused).getRefused().getCodeValue());
    nosy.epoch(id, 1, 2);
    assertEquals(4010, nosy.await(DeskDown::hasRefused).getRefused().getCodeValue());
    nosy.statement(id, 1);
    assertEquals(4010, nosy.await(DeskDown::hasRefused).getRefused().getCodeValue());
    nosy.talk(id, 1, 0);
    assertEquals(4010, nosy.await(DeskDown::hasRefused).getRefused().getCodeValue());
    assertEquals(0, nosy.all(DeskDown::hasEntry, d -> d).size());
  }

  @Test
  void statementsThatAreForgedOrTooLongAreRefused() {
    DeskClient desk = house.desk(people.worker());
    SignedStatement own = desk.worker.statement();
    SignedStatement forged =
        own.toBuilder().setSignature(ByteString.copyFrom(new byte[64])).build();
    SignedStatement endless =
        TestPeople.statement(desk.worker.device(), desk.worker.key(), Duration.ofHours(15));
    SignedStatement another = people.worker().statement();
    for (SignedStatement bad : new SignedStatement[] {forged, endless, another}) {
      desk.send(
          DeskUp.newBuilder()
              .setDutyOn(
                  DutyOn.newBuilder()
                      .setStatement(bad)
                      .addServices(house.service.slug())
                      .addLanguages("nb"))
              .build());
      assertEquals(4006, desk.await(DeskDown::hasRefused).getRefused().getCodeValue());
    }
    desk.dutyOn();
    desk.await(d -> d.hasDuty() && d.getDuty().getOnDuty());
  }

  @Test
  void dutyForAServiceThatIsNotOnesOwnIsRefused() {
    DeskClient desk = house.desk(people.worker());
    desk.send(
        DeskUp.newBuilder()
            .setDutyOn(
                DutyOn.newBuilder()
                    .setStatement(desk.worker.statement())
                    .addServices("another-service")
                    .addLanguages("nb"))
            .build());
    assertEquals(4009, desk.await(DeskDown::hasRefused).getRefused().getCodeValue());
  }

  @Test
  void aWorkerWhoseConnectionBreaksKeepsTheChat() {
    DeskClient desk = house.onDuty(people.worker());
    VisitorClient visitor = talkingWith(desk);
    desk.ws.close();
    visitor.await(d -> d.hasStaff() && !d.getStaff().getConnected());
    visitor.talk(1, 0);
    DeskClient back = house.desk(desk.worker);
    back.await(DeskDown::hasTaken);
    back.attach(visitor.conversation, 2);
    back.await(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk());
    visitor.await(d -> d.hasStaff() && d.getStaff().getConnected());
    visitor.leave();
    assertEquals(3541, visitor.closeCode());
    assertEquals(0, visitor.all(VisitorDown::hasRefused, d -> d).size());
  }
}
