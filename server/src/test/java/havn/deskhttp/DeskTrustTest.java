package havn.deskhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.http.Answer;
import havn.http.Asking;
import havn.kernel.id.DeviceId;
import havn.seal.Dsse;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.ShownName;
import havn.seal.SigningKey;
import havn.staff.Role;
import havn.staff.RosterEntry;
import havn.staff.StaffMember;
import havn.staff.TrustFixture;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Enrolling devices and publishing the signed documents.
class DeskTrustTest {

  private static final byte[] SALT = new byte[16];

  private final TrustFixture fixture = new TrustFixture(DeskForTests.CLOCK.instant());
  private DeskForTests desk;
  private StaffMember member;
  private Asking kari;

  @BeforeEach
  void open() throws Exception {
    desk = new DeskForTests();
    member = desk.somebody("Kari", Role.COORDINATOR);
    kari = desk.as(member);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void beforeAnythingIsPublishedTheBundleIsEmpty() {
    JsonObject bundle = kari.get("/.well-known/havn/trust").json();
    assertEquals(new JsonArray(), bundle.getJsonArray("roots"));
    assertNull(bundle.getValue("signer"));
    assertNull(bundle.getValue("roster"));
    assertNull(kari.get("/api/me").json().getValue("pin"));
  }

  @Test
  void rootSignerAndRosterArePublishedInOrderAndTheDeviceIsRostered() {
    DeviceId device = DeviceId.fresh();
    SigningKey key = SigningKey.fresh();
    assertEquals(201, enrol(kari, device, key, "Kari").status());
    assertEquals("pending", state());

    Dsse root = fixture.rootSet();
    assertEquals(204, kari.post("/api/trust/root", text(root)).status());
    assertEquals(204, kari.post("/api/trust/signer", text(fixture.signerDocument())).status());
    Dsse first =
        fixture.roster(1, Optional.empty(), List.of(fixture.entry(device, key, Role.WORKER)));
    assertEquals(204, kari.post("/api/rosters", text(first)).status());
    assertEquals("rostered", state());
    assertEquals(1, desk.book.current().orElseThrow().version());
    assertEquals(root.payloadHash().base64url(), kari.get("/api/me").json().getString("pin"));
    assertEquals(
        new JsonObject(text(first)),
        kari.get("/.well-known/havn/trust").json().getJsonObject("roster"));

    assertEquals(409, kari.post("/api/rosters", text(first)).status());

    Dsse second = fixture.roster(2, Optional.of(first.payloadHash()), List.of());
    assertEquals(204, kari.post("/api/rosters", text(second)).status());
    assertEquals(403, kari.get("/api/devices").status(), "that device is not listened to");
    kari = desk.as(member);
    assertEquals("revoked", state());
  }

  @Test
  void aRosterWithOtherKeysThanTheDeviceShowedDoesNotRosterIt() {
    DeviceId device = DeviceId.fresh();
    enrol(kari, device, SigningKey.fresh(), "Kari");
    publish(fixture.entry(device, SigningKey.fresh(), Role.WORKER));
    assertEquals("pending", state());
  }

  @Test
  void aRosterOfAStrangerIsRefusedAndChangesNothing() {
    publish(fixture.entry(DeviceId.fresh(), SigningKey.fresh(), Role.WORKER));
    TrustFixture stranger = new TrustFixture(DeskForTests.CLOCK.instant());
    Hash newest = fixture.roster().payloadHash();
    Dsse foreign = stranger.roster(2, Optional.of(newest), List.of());
    Answer answer = kari.post("/api/rosters", text(foreign));
    assertEquals(422, answer.status());
    assertEquals("The present signer did not sign it.", answer.json().getString("detail"));
    assertEquals(1, desk.book.current().orElseThrow().version());
  }

  @Test
  void aSignerBeforeAnyRootAndARootByOthersAreRefused() {
    Answer signer = kari.post("/api/trust/signer", text(fixture.signerDocument()));
    assertEquals(422, signer.status());
    kari.post("/api/trust/root", text(fixture.rootSet()));
    TrustFixture stranger = new TrustFixture(DeskForTests.CLOCK.instant());
    Dsse takeover = stranger.rootSet(2, stranger.roots, stranger.some("root-1", "root-2"));
    assertEquals(422, kari.post("/api/trust/root", text(takeover)).status());
    assertEquals(409, kari.post("/api/trust/root", text(fixture.rootSet())).status());
  }

  @Test
  void enrollingTwiceChangesNothing() {
    DeviceId device = DeviceId.fresh();
    SigningKey key = SigningKey.fresh();
    enrol(kari, device, key, "Kari");
    assertEquals(201, enrol(kari, device, key, "Kari").status());
    assertEquals(1, kari.get("/api/devices").json().getJsonArray("devices").size());
  }

  @Test
  void aDeviceOfSomebodyElseIsRefused() {
    DeviceId device = DeviceId.fresh();
    SigningKey key = SigningKey.fresh();
    enrol(kari, device, key, "Kari");
    Asking ola = desk.as(desk.somebody("Ola", Role.WORKER));
    assertEquals(409, enrol(ola, device, key, "Ola").status());
    assertEquals(409, enrol(ola, device, SigningKey.fresh(), "Ola").status());
    assertEquals(409, enrol(ola, DeviceId.fresh(), key, "Ola").status());
  }

  @Test
  void aKeyThatIsNotProvedIsRefused() {
    JsonObject request = enrolment(DeviceId.fresh(), SigningKey.fresh(), "Kari");
    request.put("id", base64(DeviceId.fresh().bytes()));
    assertEquals(422, kari.post("/api/devices", request.encode()).status());
    JsonObject small = enrolment(DeviceId.fresh(), SigningKey.fresh(), "Kari");
    small.put("ed25519", base64(new byte[32]));
    assertEquals(422, kari.post("/api/devices", small.encode()).status());
  }

  @Test
  void anotherNameThanOnesOwnIsRefused() {
    assertEquals(422, enrol(kari, DeviceId.fresh(), SigningKey.fresh(), "Ola").status());
  }

  @Test
  void anInviteOfACoordinatorSignsTheNewPersonIn() {
    Answer invite =
        kari.post(
            "/api/invites",
            "{\"name\":\" Amina \",\"role\":\"volunteer\",\"services\":[\"pro-mann\"]}");
    assertEquals(201, invite.status());
    String token = invite.json().getString("token");
    assertEquals("/#i=" + token, invite.json().getString("path"));
    Answer in = desk.ask().post("/api/login/invite", "{\"token\":\"" + token + "\"}");
    JsonObject me =
        desk.ask().with("cookie", "havn_session=" + DeskForTests.cookie(in)).get("/api/me").json();
    assertEquals("Amina", me.getString("name"));
    assertEquals("volunteer", me.getString("role"));
  }

  @Test
  void anInviteToAServiceThatDoesNotExistIsRefused() {
    Answer answer =
        kari.post(
            "/api/invites", "{\"name\":\"A\",\"role\":\"worker\",\"services\":[\"nothing\"]}");
    assertEquals(422, answer.status());
  }

  private void publish(RosterEntry entry) {
    kari.post("/api/trust/root", text(fixture.rootSet()));
    kari.post("/api/trust/signer", text(fixture.signerDocument()));
    Answer answer =
        kari.post("/api/rosters", text(fixture.roster(1, Optional.empty(), List.of(entry))));
    assertEquals(204, answer.status(), answer.body());
  }

  private String state() {
    JsonArray devices = kari.get("/api/devices").json().getJsonArray("devices");
    JsonObject device = devices.getJsonObject(0);
    assertEquals("Kari", device.getString("name"));
    assertTrue(device.getString("fingerprint").matches("[0-9a-f]{32}"));
    return device.getString("state");
  }

  private static Answer enrol(Asking as, DeviceId id, SigningKey key, String name) {
    return as.post("/api/devices", enrolment(id, key, name).encode());
  }

  private static JsonObject enrolment(DeviceId id, SigningKey key, String name) {
    byte[] covered =
        Buffer.buffer(id.bytes())
            .appendBytes(key.publicKey())
            .appendBytes(new ShownName(SALT, name).hash().bytes())
            .getBytes();
    return new JsonObject()
        .put("id", base64(id.bytes()))
        .put("ed25519", base64(key.publicKey()))
        .put("name", name)
        .put("salt", base64(SALT))
        .put("proof", base64(key.sign(Purpose.ENROL, covered)));
  }

  private static String text(Dsse document) {
    return document.json().print();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
