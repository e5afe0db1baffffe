package havn.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import havn.gateway.DeskClient;
import havn.gateway.TestPeople;
import havn.gateway.VisitorClient;
import havn.http.Answer;
import havn.http.Asking;
import havn.kernel.id.DeviceId;
import havn.kernel.secret.Secret;
import havn.letters.Hand;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.SigningKey;
import havn.staff.Device;
import havn.staff.Role;
import havn.staff.RosterEntry;
import havn.staff.StaffMember;
import havn.wire.v1.Code;
import havn.wire.v1.DeskDown;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Somebody of staff in a story: a device on the list, and a console while they are signed in.
final class Person {

  private static final Duration SHIFT = Duration.ofHours(13);

  final StaffMember member;
  final DeviceId device = DeviceId.fresh();
  private final SigningKey key = SigningKey.fresh();
  private final Installation at;
  private final List<String> languages;
  private String cookie = "";

  Person(Installation at, StaffMember member, List<String> languages) {
    this.at = at;
    this.member = member;
    this.languages = languages;
  }

  Device enrolled(Instant now) {
    return new Device(
        device, member, key.publicKey(), TestPeople.SALT, name(), Device.State.PENDING, now);
  }

  RosterEntry entry(Instant now) {
    return new RosterEntry(
        device,
        key.publicKey(),
        member.role(),
        member.services(),
        now.minus(Duration.ofDays(1)),
        now.plus(Duration.ofDays(60)),
        name());
  }

  private byte[] name() {
    return Hash.of(TestPeople.SALT, member.shownName().getBytes(StandardCharsets.UTF_8)).bytes();
  }

  /// Signs in and opens the console, whose device proves its key.
  DeskClient comesIn() {
    JsonObject token = new JsonObject().put("token", at.invite(member).reveal());
    Answer signedIn = at.asksTheDesk().post("/api/login/invite", token.encode());
    cookie = signedIn.header("set-cookie").replaceFirst("^havn_session=([^;]+).*$", "$1");
    provesItsKey();
    TestPeople.Worker worker =
        new TestPeople.Worker(
            device,
            key,
            member.role(),
            TestPeople.statement(device, key, at.now(), SHIFT),
            languages);
    DeskClient console =
        DeskClient.connect(at, worker, Secret.parse(cookie).orElseThrow(), at.origin());
    console.hello();
    console.await(DeskDown::hasWelcome);
    return console;
  }

  private void provesItsKey() {
    byte[] proof =
        key.sign(
            Purpose.ENROL,
            Buffer.buffer(device.bytes())
                .appendBytes(key.publicKey())
                .appendBytes(name())
                .getBytes());
    JsonObject enrolment =
        new JsonObject()
            .put("id", Hand.text(device.bytes()))
            .put("ed25519", Hand.text(key.publicKey()))
            .put("name", member.shownName())
            .put("salt", Hand.text(TestPeople.SALT))
            .put("proof", Hand.text(proof));
    assertEquals("rostered", posts("/api/devices", enrolment).getString("state"));
  }

  /// The same, and goes on duty for these lanes, or for all.
  DeskClient comesOnDuty(String service, String... lanes) {
    DeskClient console = comesIn();
    goesOnDuty(console, service, lanes);
    return console;
  }

  static void goesOnDuty(DeskClient console, String service, String... lanes) {
    console.dutyOn(List.of(service), List.of(lanes));
    console.await(d -> d.hasDuty() && d.getDuty().getOnDuty());
  }

  /// Waits until this person is asked for the chat, as a console sees it.
  void isAsked(DeskClient console, VisitorClient visitor) {
    ByteString chat = ByteString.copyFrom(visitor.conversation.bytes());
    ByteString asked = ByteString.copyFrom(device.bytes());
    console.await(
        d ->
            d.getLine().getItemsList().stream()
                .anyMatch(
                    item ->
                        item.getConversation().equals(chat) && item.getOfferedTo().equals(asked)));
  }

  static Code refusal(DeskClient console) {
    return console.await(DeskDown::hasRefused).getRefused().getCode();
  }

  static void goesHome(DeskClient console) {
    console.dutyOff();
    console.await(d -> d.hasDuty() && !d.getDuty().getOnDuty());
    console.ws.close();
  }

  /// Asks as their console.
  Asking page() {
    return at.asksTheDesk().with("cookie", "havn_session=" + cookie);
  }

  /// Asks for what was made, and answers what it is.
  JsonObject posts(String path, JsonObject body) {
    Answer answer = page().post(path, body.encode());
    assertEquals(2, answer.status() / 100, path + ": " + answer.status());
    return answer.status() == 204 ? new JsonObject() : answer.json();
  }

  /// Plans a shift for one role at this service, from that date on; answers the plan.
  String plans(String service, String first, String from, String to, String rule, Role role) {
    JsonObject plan =
        new JsonObject()
            .put("service", service)
            .put("lane", "")
            .put("first", first)
            .put("from", from)
            .put("to", to)
            .put("rule", rule)
            .put("seats", 1)
            .put("roles", new JsonArray().add(role.printed()))
            .put("languages", new JsonArray().add("nb"));
    return posts("/api/shifts/plans", plan).getString("plan");
  }

  void signsUp(String plan, String day) {
    JsonObject act = new JsonObject().put("act", "sign-up").put("plan", plan).put("day", day);
    posts("/api/shifts/acts", act);
  }

  int refused(String path, JsonObject body) {
    return page().post(path, body.encode()).status();
  }

  List<JsonObject> list(String path, String name) {
    JsonArray all = page().get(path).json().getJsonArray(name);
    return all.stream().map(JsonObject.class::cast).toList();
  }
}
