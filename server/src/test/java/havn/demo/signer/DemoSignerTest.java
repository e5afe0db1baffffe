package havn.demo.signer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.demo.signer.DemoSigner.Round;
import havn.deskhttp.DeskForTests;
import havn.kernel.id.DeviceId;
import havn.kernel.secret.Secret;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.ShownName;
import havn.seal.SigningKey;
import havn.staff.DeviceProofs;
import havn.staff.Role;
import havn.staff.Roster;
import havn.staff.StaffMember;
import havn.staff.TrustChain;
import havn.staff.TrustDocuments;
import havn.staff.TrustVerdict.Trusted;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demonstration's signer against a desk port over real stores.
class DemoSignerTest {

  private static final Instant NOW = DeskForTests.CLOCK.instant();

  @TempDir Path dir;

  private final List<String> log = new ArrayList<>();
  private DeskForTests port;
  private StaffMember coordinator;
  private Desk desk;
  private SignerFolder folder;

  @BeforeEach
  void open() throws Exception {
    port = new DeskForTests();
    coordinator = port.somebody("Demo", Role.COORDINATOR);
    desk = new Desk(URI.create(DeskForTests.ORIGIN), URI.create("http://127.0.0.1:" + port.port()));
    folder = new SignerFolder(dir.resolve("signer"));
    Files.createDirectories(folder.path());
  }

  @AfterEach
  void close() {
    desk.close();
    port.close();
  }

  @Test
  void anEmptyRosterStandsBeforeAnybodyEnrols() throws IOException {
    leaveInvite();
    settle(signer());
    assertEquals(1, roster().version());
    assertTrue(roster().entries().isEmpty());
    assertEquals("demo keys", roster().note());
  }

  @Test
  void whoeverEnrolsStandsInTheNextRoster() throws IOException {
    leaveInvite();
    DemoSigner signer = signer();
    settle(signer);
    DeviceId id = DeviceId.fresh();
    SigningKey key = SigningKey.fresh();
    enrol(id, key);
    settle(signer);
    assertEquals(2, roster().version());
    var entry = roster().entry(id, NOW).orElseThrow();
    assertArrayEquals(key.publicKey(), entry.ed25519());
    assertEquals(Role.WORKER, entry.role());
  }

  @Test
  void aRosterThatSaysEverythingIsLeftAlone() throws IOException {
    leaveInvite();
    enrol(DeviceId.fresh(), SigningKey.fresh());
    DemoSigner signer = signer();
    settle(signer);
    assertEquals(Round.QUIET, signer.round());
    assertEquals(1, roster().version());
  }

  @Test
  void aSignerStartedAgainGoesOnWithItsKeysAndSession() throws IOException {
    leaveInvite();
    settle(signer());
    String pin = Files.readString(folder.path().resolve("pin"));
    enrol(DeviceId.fresh(), SigningKey.fresh());
    settle(signer());
    assertEquals(2, roster().version());
    assertEquals(pin, Files.readString(folder.path().resolve("pin")));
  }

  @Test
  void aLostSessionIsMadeAgainWithTheNextLink() throws IOException {
    leaveInvite();
    DemoSigner signer = signer();
    settle(signer);
    String cookie = "havn_session=" + folder.session().orElseThrow().reveal();
    port.ask().with("cookie", cookie).post("/api/logout");
    assertEquals(Round.AGAIN, signer.round());
    assertEquals(Round.AGAIN, signer.round());
    leaveInvite();
    enrol(DeviceId.fresh(), SigningKey.fresh());
    settle(signer);
    assertEquals(2, roster().version());
  }

  @Test
  void aDeskThatIsAwayIsAskedAgain() throws IOException {
    leaveInvite();
    URI nobody = URI.create("http://127.0.0.1:1");
    try (Desk away = new Desk(URI.create(DeskForTests.ORIGIN), nobody)) {
      DemoSigner signer = new DemoSigner(folder, away, DeskForTests.CLOCK, log::add);
      assertEquals(Round.AGAIN, signer.round());
    }
    settle(signer());
  }

  @Test
  void aDeskThatTrustsAnotherRootIsLeftAlone() throws IOException {
    leaveInvite();
    settle(signer());
    folder = new SignerFolder(dir.resolve("other"));
    Files.createDirectories(folder.path());
    leaveInvite();
    assertEquals(Round.STRANGER, signer().round());
    assertEquals(1, roster().version());
  }

  @Test
  void thePinIsThereBeforeAnythingIsPublished() throws IOException {
    signer();
    String pin = Files.readString(folder.path().resolve("pin")).strip();
    assertTrue(trust().roots().isEmpty());
    leaveInvite();
    settle(signer());
    assertEquals(trust().pin().orElseThrow().base64url(), pin);
  }

  @Test
  void itsKeysAreItsOwnersAlone() throws IOException {
    folder = new SignerFolder(dir.resolve("fresh"));
    folder.keys(NOW);
    assertEquals("rwx------", rights(folder.path()));
    assertEquals("rw-------", rights(folder.path().resolve("root.seed")));
    assertEquals("rw-------", rights(folder.path().resolve("signer.seed")));
  }

  private DemoSigner signer() throws IOException {
    return new DemoSigner(folder, desk, DeskForTests.CLOCK, log::add);
  }

  private void leaveInvite() throws IOException {
    Secret invite = port.invite(coordinator);
    Path file = folder.path().resolve("invites");
    String before = Files.exists(file) ? Files.readString(file) : "";
    Files.writeString(file, before + invite.reveal() + "\n");
  }

  private void enrol(DeviceId id, SigningKey key) {
    StaffMember worker = port.somebody("Kari", Role.WORKER);
    ShownName name = new ShownName(new byte[ShownName.SALT_LENGTH], "Kari");
    byte[] proof = key.sign(Purpose.ENROL, DeviceProofs.enrolment(id, key.publicKey(), name));
    JsonObject body =
        new JsonObject()
            .put("id", text(id.bytes()))
            .put("ed25519", text(key.publicKey()))
            .put("name", name.name())
            .put("salt", text(name.salt()))
            .put("proof", text(proof));
    assertEquals(201, port.as(worker).post("/api/devices", body.encode()).status());
  }

  /// Rounds until all is quiet; three documents and a lost session are the longest way.
  private void settle(DemoSigner signer) throws IOException {
    for (int i = 0; i < 8; i++) {
      if (signer.round() == Round.QUIET) {
        return;
      }
    }
    throw new AssertionError("it does not come to rest: " + log);
  }

  private TrustDocuments trust() {
    return TrustDocuments.parse(port.ask().get("/.well-known/havn/trust").body()).orElseThrow();
  }

  private Roster roster() {
    TrustDocuments documents = trust();
    Hash pin = documents.pin().orElseThrow();
    return assertInstanceOf(Trusted.class, TrustChain.verify(documents, pin, 0, NOW)).roster();
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
