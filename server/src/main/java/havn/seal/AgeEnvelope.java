package havn.seal;

import havn.kernel.secret.Randomness;
import havn.seal.AgeOpening.Opened;
import havn.seal.AgeOpening.Reason;
import havn.seal.AgeOpening.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Envelopes: age v1 files (C2SP `age.md`) with `mlkem768x25519` recipients. The ordinary `age`
/// tool opens and makes them.
public final class AgeEnvelope {

  /// One recipient costs about 1.6 kB of header; nine fit a wire frame.
  public static final int MAX_RECIPIENTS = 9;

  /// Bytes of a whole envelope.
  public static final int MAX_LENGTH = 1024 * 1024;

  private static final int FILE_KEY_LENGTH = 16;

  private AgeEnvelope() {}

  /// Seals for 1–9 X-Wing public keys. Throws when there are none, too many, or one is not 1,216
  /// bytes, and when the plaintext is longer than 960 KiB: all are defects of the caller.
  public static byte[] seal(List<byte[]> recipients, byte[] plaintext) {
    return seal(recipients, plaintext, Randomness::bytes);
  }

  /// The same with randomness handed in, asked for in this order: file key (16), 64 bytes per
  /// recipient, payload nonce (16).
  static byte[] seal(List<byte[]> recipients, byte[] plaintext, IntFunction<byte[]> random) {
    if (recipients.isEmpty() || recipients.size() > MAX_RECIPIENTS) {
      throw new IllegalArgumentException("an envelope has 1–9 recipients");
    }
    if (plaintext.length > MAX_LENGTH - 64 * 1024) {
      throw new IllegalArgumentException("an envelope holds at most 960 KiB");
    }
    byte[] fileKey = random.apply(FILE_KEY_LENGTH);
    List<AgeStanza> stanzas = new ArrayList<>();
    for (byte[] recipient : recipients) {
      if (recipient.length != XWingKey.PUBLIC_LENGTH) {
        throw new IllegalArgumentException("an X-Wing public key has 1,216 bytes");
      }
      stanzas.add(AgeStanza.wrap(fileKey, recipient, random.apply(Hpke.RANDOM_LENGTH)));
    }
    byte[] head = AgeHeader.print(fileKey, stanzas);
    byte[] nonce = random.apply(AgePayload.NONCE_LENGTH);
    return Bytes.join(head, AgePayload.seal(fileKey, nonce, plaintext));
  }

  /// Opens with one key. Refuses whatever the specification tells a reader to refuse.
  public static AgeOpening open(byte[] file, XWingKey key) {
    if (file.length > MAX_LENGTH) {
      return new Refused(Reason.TOO_LARGE);
    }
    Optional<AgeHeader> parsed = AgeHeader.parse(file);
    if (parsed.isEmpty()) {
      return new Refused(Reason.BAD_HEADER);
    }
    AgeHeader header = parsed.get();
    List<AgeStanza> stanzas = header.stanzas().stream().filter(AgeStanza::isHybrid).toList();
    if (stanzas.stream().anyMatch(stanza -> stanza.enc().isEmpty())) {
      return new Refused(Reason.BAD_HEADER);
    }
    Optional<byte[]> fileKey =
        stanzas.stream().flatMap(stanza -> stanza.unwrap(key).stream()).findFirst();
    if (fileKey.isEmpty()) {
      return new Refused(Reason.NOT_FOR_THIS_KEY);
    }
    return openPayload(file, header, fileKey.get());
  }

  /// Verifies the header and opens the payload with the file key.
  static AgeOpening openPayload(byte[] file, AgeHeader header, byte[] fileKey) {
    if (!header.fits(fileKey)) {
      return new Refused(Reason.BAD_MAC);
    }
    byte[] payload = Arrays.copyOfRange(file, header.length(), file.length);
    return AgePayload.open(fileKey, payload)
        .<AgeOpening>map(Opened::new)
        .orElseGet(() -> new Refused(Reason.BAD_PAYLOAD));
  }

  /// How many recipients the header names; 0 when it is not an age header.
  public static int recipients(byte[] file) {
    return AgeHeader.parse(file).map(header -> header.stanzas().size()).orElse(0);
  }
}
