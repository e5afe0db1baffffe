package havn.publichttp;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.http.Answer;
import havn.http.Asking;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.FileId;
import havn.kernel.id.ServiceId;
import havn.kernel.secret.Secret;
import havn.letters.ChatFiles;
import havn.letters.ChatFiles.Outcome;
import havn.letters.FileShape;
import havn.letters.Hand;
import havn.letters.Keeping;
import havn.letters.postgres.LetterStores;
import havn.staff.postgres.StaffStores;
import havn.wire.StreamBody;
import havn.wire.v1.EndReason;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Files that a visitor sends in a running chat.
class ChatFilesTest {

  private static final Instant NOW = PublicForTests.CLOCK.instant();
  private static final String CANARY = "kanarifugl i et bilde 5c02e8";
  private static final int SMALLEST = 16_400;

  private final PublicForTests site = new PublicForTests();
  private final ConversationId id = ConversationId.fresh();
  private final Secret capability = Secret.fresh();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aFileOfARunningChatComesBackByteForByteAndIsNeverShown() throws Exception {
    taken(id);
    byte[] content = Hand.file(FileShape.MOST_BYTES);
    String path = kept(send(id, capability, content));
    assertArrayEquals(content, site.download(path));
    Answer answer = site.ask().get(path);
    assertEquals("application/octet-stream", answer.header("content-type"));
    assertEquals("attachment", answer.header("content-disposition"));
    assertEquals("no-store", answer.header("cache-control"));
  }

  @Test
  void whoDoesNotProveToBeInARunningChatGetsTheSameAnswer() {
    taken(id);
    ConversationId waiting = ConversationId.fresh();
    rung(waiting);
    ConversationId over = ConversationId.fresh();
    taken(over);
    get(site.conversations.end(over, StreamBody.end(EndReason.BY_STAFF)));
    byte[] content = Hand.file(SMALLEST);
    Answer refused = send(id, Secret.fresh(), content);
    assertEquals(404, refused.status());
    for (ConversationId other : List.of(waiting, over, ConversationId.fresh())) {
      assertEquals(refused.body(), send(other, capability, content).body());
    }
    assertEquals(refused.body(), post(sending(), content).body());
    assertEquals(
        refused.body(),
        post(sending().with("havn-chat", text(id)).with("havn-capability", "x y"), content).body());
    assertEquals(
        refused.body(),
        post(sending().with("havn-chat", "AAAA").with("havn-capability", "AAAA"), content).body());
    assertEquals(0, rows());
  }

  @Test
  void lengthsAndKindsThatNoSealedFileHasAreRefused() {
    taken(id);
    assertEquals(422, send(id, capability, Hand.file(SMALLEST + 1)).status());
    assertEquals(422, send(id, capability, new byte[0]).status());
    assertEquals(413, send(id, capability, Hand.file(FileShape.MOST_BYTES + 1)).status());
    assertEquals(
        415,
        post(mine(id, capability).with("content-type", "image/png"), Hand.file(SMALLEST)).status());
  }

  @Test
  void aChatHasAtMostTwentyFiles() {
    Conversation chat = taken(id);
    for (int i = 0; i < ChatFiles.MOST; i++) {
      assertTrue(keep(chat, SMALLEST) instanceof Outcome.Kept);
    }
    assertTrue(keep(chat, SMALLEST) instanceof Outcome.Full);
    assertEquals(409, send(id, capability, Hand.file(SMALLEST)).status());
    assertTrue(keep(taken(ConversationId.fresh()), SMALLEST) instanceof Outcome.Kept);
  }

  @Test
  void aChatHasAtMostFortyMebibytesAndAllFilesTogetherWhatTheSettingSays() {
    var roomy =
        new ChatFiles(
            LetterStores.files(site.pool),
            site.conversations,
            StaffStores.devices(site.pool),
            1L << 30,
            () -> NOW);
    Conversation chat = taken(id);
    byte[] large = Hand.file(FileShape.MOST_BYTES);
    for (int i = 0; i < 3; i++) {
      assertTrue(get(roomy.keep(chat, large)) instanceof Outcome.Kept);
    }
    assertTrue(get(roomy.keep(chat, large)) instanceof Outcome.Full);
    assertTrue(get(roomy.keep(chat, Hand.file(SMALLEST))) instanceof Outcome.Kept);
    ConversationId other = ConversationId.fresh();
    taken(other);
    assertEquals(507, send(other, capability, Hand.file(SMALLEST)).status());
  }

  @Test
  void deleteNowTakesTheFilesWithIt() {
    taken(id);
    String path = kept(send(id, capability, Hand.file(SMALLEST)));
    String wrong = erasing(Secret.fresh());
    assertEquals(204, site.ask().post("/api/v1/visits/erase", wrong).status());
    assertEquals(200, site.ask().get(path).status());
    assertEquals(204, site.ask().post("/api/v1/visits/erase", erasing(capability)).status());
    assertEquals(404, site.ask().get(path).status());
    assertEquals(0, rows());
  }

  @Test
  void theEndTakesTheFilesOfThisChatAndOfNoOther() {
    Conversation chat = taken(id);
    ConversationId other = ConversationId.fresh();
    taken(other);
    String path = kept(send(id, capability, Hand.file(SMALLEST)));
    String kept = kept(send(other, capability, Hand.file(SMALLEST)));
    get(site.encounters.end(chat, EndReason.BY_STAFF));
    until("the file is gone", () -> site.ask().get(path).status() == 404);
    assertEquals(200, site.ask().get(kept).status());
    assertEquals(404, send(id, capability, Hand.file(SMALLEST)).status());
  }

  @Test
  void aFileThatArrivesWhileTheChatEndsIsNotKept() {
    Conversation chat = taken(id);
    get(site.conversations.end(id, StreamBody.end(EndReason.BY_VISITOR)));
    assertTrue(keep(chat, SMALLEST) instanceof Outcome.Over);
    assertEquals(0, rows());
  }

  @Test
  void nothingIsFoundADayAfterTheRingAndWhatAFailureLeftIsSwept() {
    Conversation chat = taken(id);
    Outcome.Kept kept = (Outcome.Kept) keep(chat, SMALLEST);
    var store = LetterStores.files(site.pool);
    Instant end = NOW.plus(Conversations.LIFE);
    assertTrue(get(store.find(kept.id(), end.minusMillis(1))).isPresent());
    assertTrue(get(store.find(kept.id(), end)).isEmpty());

    assertEquals(0, get(site.chatFiles.sweep()), "the chat goes on");
    get(site.conversations.end(id, StreamBody.end(EndReason.BY_VISITOR)));
    Conversation forgotten = taken(ConversationId.fresh());
    keep(forgotten, SMALLEST);
    get(site.conversations.forget(forgotten.id()));
    assertEquals(2, get(site.chatFiles.sweep()));
    assertEquals(0, rows());
  }

  @Test
  void aLetterCannotTakeTheFileOfAChat() {
    Conversation chat = taken(id);
    FileId file = ((Outcome.Kept) keep(chat, SMALLEST)).id();
    Hand hand = new Hand();
    var mailboxes = LetterStores.mailboxes(site.pool);
    get(mailboxes.create(hand.mailbox(), hand.note("ord"), NOW.plus(Duration.ofDays(30)), NOW));
    assertEquals(Keeping.NO_SUCH_FILE, get(mailboxes.leave(hand.letter("late-now", NOW, file))));
  }

  @Test
  void neitherWhatIsInAFileNorWhoseItIsReachesALogOrADisk() throws Exception {
    byte[] content = sealed(CANARY);
    List<String> secrets = List.of(CANARY, capability.reveal(), text(id), id.hex());
    try (Ears ears = new Ears()) {
      taken(id);
      String path = kept(send(id, capability, content));
      String name = path.substring(path.lastIndexOf('/') + 1);
      ears.assertOnNoDisk(CANARY);
      get(site.pool.query("DROP TABLE sealed_file").execute());
      assertEquals(503, send(id, capability, content).status());
      assertEquals(503, site.ask().get(path).status());
      ears.heard("request failed", secrets);
      ears.heard("request failed", List.of(name));
      ears.assertOnNoDisk(CANARY);
      ears.assertInNoLogFile(secrets);
    }
  }

  /// As a browser seals it (docs/protocol/sealed.md, section 12), with a key that stays there.
  private static byte[] sealed(String text) throws Exception {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    var key = new SecretKeySpec(Hand.file(32), "AES");
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, new byte[12]));
    return cipher.doFinal(Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 16_384));
  }

  @Test
  void aPreflightAllowsTheHeadersThatProveIt() {
    Answer answer = site.ask().send("OPTIONS", "/api/v1/visits/files");
    assertEquals(204, answer.status());
    String allowed = answer.header("access-control-allow-headers");
    assertTrue(allowed.contains("havn-chat") && allowed.contains("havn-capability"), allowed);
  }

  private Outcome keep(Conversation chat, int bytes) {
    return get(site.chatFiles.keep(chat, Hand.file(bytes)));
  }

  private Answer send(ConversationId chat, Secret with, byte[] content) {
    return post(mine(chat, with), content);
  }

  private Asking mine(ConversationId chat, Secret with) {
    return sending().with("havn-chat", text(chat)).with("havn-capability", with.reveal());
  }

  private Asking sending() {
    return site.ask().with("content-type", "application/octet-stream");
  }

  private static Answer post(Asking asking, byte[] content) {
    return asking.post("/api/v1/visits/files", BodyPublishers.ofByteArray(content));
  }

  private static String kept(Answer answer) {
    assertEquals(201, answer.status());
    return "/api/v1/visits/files/" + answer.json().getString("id");
  }

  private String erasing(Secret with) {
    return new JsonObject().put("conversation", text(id)).put("capability", with.reveal()).encode();
  }

  private static String text(ConversationId chat) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(chat.bytes());
  }

  private void rung(ConversationId chat) {
    var ring =
        new Conversation.Ring(
            new ServiceId("late-now"),
            "self",
            "nb",
            ByteString.EMPTY,
            capability.fingerprint(),
            NOW);
    get(site.conversations.open(chat, ring));
  }

  private Conversation taken(ConversationId chat) {
    rung(chat);
    get(site.conversations.claim(chat, DeviceId.fresh()));
    return get(site.conversations.find(chat)).orElseThrow();
  }

  private long rows() {
    return get(site.pool.query("SELECT count(*) FROM sealed_file").execute())
        .iterator()
        .next()
        .getLong(0);
  }
}
