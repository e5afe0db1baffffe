package havn.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import havn.kernel.id.DeviceId;
import havn.kernel.id.FileId;
import havn.kernel.id.MailboxId;
import havn.kernel.id.ServiceId;
import havn.seal.AgeEnvelope;
import havn.seal.Ed25519;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.wire.v1.LetterPost;
import havn.wire.v1.MailboxNoteWrite;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads acts on mailboxes and checks their signatures (`docs/protocol/sealed.md`, section 10).
public final class MailboxActs {

  private MailboxActs() {}

  /// Whether the mailbox's own key signed this act, body and nonce.
  public static boolean signed(
      MailboxId mailbox, byte[] nonce, String act, byte[] body, byte[] signature) {
    return Ed25519.verify(
        mailbox.bytes(), Purpose.MAILBOX_ACT, covered(nonce, act, body), signature);
  }

  /// The bytes an act's signature covers: `nonce ‖ str8 act ‖ H(body)`. The act is at most 255
  /// bytes.
  public static byte[] covered(byte[] nonce, String act, byte[] body) {
    byte[] name = act.getBytes(UTF_8);
    return ByteBuffer.allocate(nonce.length + 1 + name.length + Hash.LENGTH)
        .put(nonce)
        .put((byte) name.length)
        .put(name)
        .put(Hash.of(body).bytes())
        .array();
  }

  /// The act; empty when there is no such act or its body is not as it must be.
  public static Optional<MailboxAct> read(String act, byte[] body) {
    return switch (act) {
      case "create" ->
          note(body)
              .filter(write -> write.getVersion() == 1)
              .map(write -> new MailboxAct.Create(write.getNote().toByteArray()));
      case "open" -> bodyless(body, new MailboxAct.Open());
      case "note" ->
          note(body)
              .filter(write -> write.getVersion() > 1)
              .map(write -> new MailboxAct.Note(write.getVersion(), write.getNote().toByteArray()));
      case "letter" -> letter(body);
      case "pass" -> bodyless(body, new MailboxAct.Pass());
      case "delete" -> bodyless(body, new MailboxAct.Delete());
      default -> Optional.empty();
    };
  }

  /// Whether these bytes are an envelope for so many keys, no longer than `most`. That nobody else
  /// can open it is for the page to see to.
  static boolean isEnvelope(byte[] file, int keys, int most) {
    return file.length <= most && AgeEnvelope.recipients(file) == keys;
  }

  private static Optional<MailboxAct> bodyless(byte[] body, MailboxAct act) {
    return body.length == 0 ? Optional.of(act) : Optional.empty();
  }

  private static Optional<MailboxNoteWrite> note(byte[] body) {
    return parsed(body, MailboxNoteWrite::parseFrom)
        .filter(write -> isEnvelope(write.getNote().toByteArray(), 1, Bounds.NOTE_BYTES));
  }

  private static Optional<MailboxAct> letter(byte[] body) {
    return parsed(body, LetterPost::parseFrom).flatMap(MailboxActs::letter);
  }

  private static Optional<MailboxAct> letter(LetterPost post) {
    Optional<ServiceId> service = ServiceId.parse(post.getService());
    Optional<List<DeviceId>> devices = distinct(post.getDevicesList(), DeviceId::of);
    Optional<List<FileId>> files = distinct(post.getFilesList(), FileId::of);
    byte[] file = post.getFile().toByteArray();
    if (service.isEmpty()
        || devices.isEmpty()
        || files.isEmpty()
        || devices.get().isEmpty()
        || devices.get().size() > Bounds.MOST_DEVICES
        || files.get().size() > Bounds.MOST_FILES
        || !isEnvelope(file, devices.get().size(), Bounds.LETTER_BYTES)) {
      return Optional.empty();
    }
    return Optional.of(new MailboxAct.Leave(service.get(), devices.get(), file, files.get()));
  }

  private static <T> Optional<List<T>> distinct(
      List<ByteString> written, Function<byte[], Optional<T>> reader) {
    List<T> read =
        written.stream().flatMap(one -> reader.apply(one.toByteArray()).stream()).toList();
    Set<T> once = new HashSet<>(read);
    return once.size() == written.size() ? Optional.of(read) : Optional.empty();
  }

  private interface Parser<T> {
    T parse(byte[] bytes) throws InvalidProtocolBufferException;
  }

  private static <T extends Message> Optional<T> parsed(byte[] body, Parser<T> parser) {
    try {
      return Optional.of(parser.parse(body))
          .filter(message -> message.getUnknownFields().asMap().isEmpty());
    } catch (InvalidProtocolBufferException malformed) {
      return Optional.empty();
    }
  }
}
