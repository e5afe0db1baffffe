package havn.letters;

import com.google.protobuf.ByteString;
import havn.kernel.id.DeviceId;
import havn.kernel.id.FileId;
import havn.kernel.id.LetterId;
import havn.kernel.id.MailboxId;
import havn.kernel.id.ServiceId;
import havn.kernel.secret.Randomness;
import havn.seal.AgeEnvelope;
import havn.seal.Purpose;
import havn.seal.SigningKey;
import havn.seal.XWingKey;
import havn.wire.v1.LetterPost;
import havn.wire.v1.MailboxNoteWrite;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The hand of somebody who holds a return code.
public final class Hand {

  public final SigningKey key = SigningKey.fresh();
  private final XWingKey own = XWingKey.fresh();

  public MailboxId mailbox() {
    return MailboxId.of(key.publicKey()).orElseThrow();
  }

  public byte[] note(String text) {
    return sealed(List.of(own), text);
  }

  /// A letter's or an answer's file for so many keys.
  public static byte[] sealed(int keys, String text) {
    List<XWingKey> recipients = new ArrayList<>();
    for (int i = 0; i < keys; i++) {
      recipients.add(XWingKey.fresh());
    }
    return sealed(recipients, text);
  }

  private static byte[] sealed(List<XWingKey> keys, String text) {
    return AgeEnvelope.seal(
        keys.stream().map(XWingKey::publicKey).toList(), text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] noteWrite(int version, byte[] note) {
    return MailboxNoteWrite.newBuilder()
        .setVersion(version)
        .setNote(ByteString.copyFrom(note))
        .build()
        .toByteArray();
  }

  public static LetterPost.Builder post(String service, byte[] file, int devices) {
    LetterPost.Builder post =
        LetterPost.newBuilder().setService(service).setFile(ByteString.copyFrom(file));
    for (int i = 0; i < devices; i++) {
      post.addDevices(ByteString.copyFrom(DeviceId.fresh().bytes()));
    }
    return post;
  }

  /// A letter left at `at` that ends 30 days later.
  public MailboxStore.NewLetter letter(String service, Instant at, FileId... files) {
    return new MailboxStore.NewLetter(
        LetterId.fresh(),
        mailbox(),
        new ServiceId(service),
        List.of(DeviceId.fresh()),
        sealed(1, "hei"),
        List.of(files),
        at,
        at.plus(Duration.ofDays(30)));
  }

  /// A request body for this act, as a page sends it.
  public JsonObject act(String nonce, String act, byte[] body) {
    byte[] covered = MailboxActs.covered(Base64.getUrlDecoder().decode(nonce), act, body);
    return new JsonObject()
        .put("mailbox", text(key.publicKey()))
        .put("nonce", nonce)
        .put("act", act)
        .put("body", text(body))
        .put("signature", text(key.sign(Purpose.MAILBOX_ACT, covered)));
  }

  /// Bytes of a length that sealed files have.
  public static byte[] file(int length) {
    return Randomness.bytes(length);
  }

  public static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
