package havn.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import havn.kernel.secret.Randomness;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// age v1 files of any length (C2SP `age.md`), read and written 64 KiB at a time, for the commands
/// that exchange files with the ordinary `age` tool. Envelopes of the protocol are [AgeEnvelope].
public final class AgeFile {

  /// More than a service has devices; with 64 KiB of header it bounds what a reader keeps in
  /// memory.
  public static final int MAX_RECIPIENTS = 32;

  private static final int MAX_HEADER = 64 * 1024;
  private static final int FILE_KEY_LENGTH = 16;
  private static final byte[] BEGINNING = "age-encryption.org/".getBytes(US_ASCII);
  private static final String SCRYPT = "scrypt";

  private AgeFile() {}

  /// Whether these recipients may share a file. Post-quantum and classic ones may not: the file
  /// would be no stronger than the classic ones (C2SP `age.md`, "SHOULD NOT be encrypted to both").
  public static boolean fitTogether(List<AgeRecipient> recipients) {
    return recipients.stream().map(AgeRecipient::isPostQuantum).distinct().count() <= 1;
  }

  /// Seals all of `in`. Throws when there are no recipients, more than 32, or they do not fit
  /// together: all are defects of the caller.
  public static void seal(
      List<AgeRecipient> recipients, boolean armored, InputStream in, OutputStream out)
      throws IOException {
    if (recipients.isEmpty() || recipients.size() > MAX_RECIPIENTS || !fitTogether(recipients)) {
      throw new IllegalArgumentException("1–32 recipients of one kind");
    }
    byte[] fileKey = Randomness.bytes(FILE_KEY_LENGTH);
    List<AgeStanza> stanzas = recipients.stream().map(each -> each.wrap(fileKey)).toList();
    byte[] nonce = Randomness.bytes(AgePayload.NONCE_LENGTH);
    AgeArmorWriter armor = new AgeArmorWriter(out);
    OutputStream to = armored ? armor : out;
    to.write(AgeHeader.print(fileKey, stanzas));
    AgePayload.seal(fileKey, nonce, in, to);
    if (armored) {
      armor.finish();
    }
    out.flush();
  }

  /// Opens with the first key that fits. `out` receives words before the last of them is verified,
  /// so it must be a place that can be thrown away. Throws only when a stream fails.
  public static AgeVerdict open(List<AgeIdentity> identities, InputStream file, OutputStream out)
      throws IOException {
    BufferedInputStream raw = new BufferedInputStream(file, MAX_HEADER);
    InputStream in = AgeArmorReader.begins(raw) ? new AgeArmorReader(raw) : raw;
    try {
      return openBinary(identities, new BufferedInputStream(in, MAX_HEADER), out);
    } catch (AgeArmorReader.Broken broken) {
      return AgeVerdict.BAD_ARMOR;
    }
  }

  private static AgeVerdict openBinary(
      List<AgeIdentity> identities, BufferedInputStream in, OutputStream out) throws IOException {
    in.mark(MAX_HEADER);
    byte[] start = in.readNBytes(MAX_HEADER);
    in.reset();
    if (!Arrays.equals(BEGINNING, Arrays.copyOf(start, BEGINNING.length))) {
      return AgeVerdict.NOT_AGE;
    }
    Optional<AgeHeader> parsed = AgeHeader.parse(start, MAX_HEADER, MAX_RECIPIENTS);
    if (parsed.isEmpty()) {
      return AgeVerdict.BAD_HEADER;
    }
    AgeHeader header = parsed.get();
    List<AgeStanza> stanzas = header.stanzas();
    if (stanzas.stream().anyMatch(stanza -> stanza.arguments().getFirst().equals(SCRYPT))) {
      return stanzas.size() == 1 ? AgeVerdict.PASSPHRASE : AgeVerdict.BAD_HEADER;
    }
    if (identities.stream().anyMatch(identity -> identity.refuses(stanzas))) {
      return AgeVerdict.BAD_HEADER;
    }
    Optional<byte[]> fileKey =
        identities.stream().flatMap(identity -> identity.unwrap(stanzas).stream()).findFirst();
    if (fileKey.isEmpty()) {
      return AgeVerdict.NOT_FOR_THESE_KEYS;
    }
    if (!header.fits(fileKey.get())) {
      return AgeVerdict.BAD_MAC;
    }
    in.skipNBytes(header.length());
    return AgePayload.open(fileKey.get(), in, out) ? AgeVerdict.OPENED : AgeVerdict.BAD_PAYLOAD;
  }
}
