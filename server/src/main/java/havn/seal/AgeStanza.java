package havn.seal;

import java.util.List;
import java.util.Optional;

/// One recipient of an age file: arguments and a body. A `mlkem768x25519` stanza carries the
/// encapsulated key as its second argument and the sealed 16-byte file key as its body.
@SuppressWarnings("ArrayRecordComponent")
record AgeStanza(List<String> arguments, byte[] body) {

  static final String TYPE = "mlkem768x25519";

  /// File key (16 bytes) and tag.
  static final int BODY_LENGTH = 32;

  /// Columns of a full body line.
  static final int COLUMNS = 64;

  private static final byte[] INFO = Bytes.ascii("age-encryption.org/mlkem768x25519");

  static AgeStanza wrap(byte[] fileKey, byte[] publicKey, byte[] random) {
    Hpke.Sealed sealed = Hpke.seal(publicKey, INFO, fileKey, random);
    return new AgeStanza(List.of(TYPE, AgeBase64.encode(sealed.enc())), sealed.ciphertext());
  }

  /// Whether this stanza is of the one type in use; others are passed over, as age asks.
  boolean isHybrid() {
    return arguments.getFirst().equals(TYPE);
  }

  /// The encapsulated key, when the stanza has the exact shape the specification asks for: two
  /// arguments, a canonical 1,120-byte key, a body of 32 bytes. Checked before anything is opened.
  Optional<byte[]> enc() {
    return arguments.size() == 2 && body.length == BODY_LENGTH
        ? AgeBase64.decode(arguments.get(1)).filter(enc -> enc.length == Hpke.ENC_LENGTH)
        : Optional.empty();
  }

  /// The file key; empty when the stanza is not for this key.
  Optional<byte[]> unwrap(XWingKey key) {
    return enc().flatMap(enc -> Hpke.open(key, INFO, new Hpke.Sealed(enc, body)));
  }

  /// The stanza's lines, each ended by a line feed; the last body line is shorter than 64 columns.
  String print() {
    StringBuilder out = new StringBuilder("-> ").append(String.join(" ", arguments)).append('\n');
    String text = AgeBase64.encode(body);
    int at = 0;
    while (text.length() - at >= COLUMNS) {
      out.append(text, at, at + COLUMNS).append('\n');
      at += COLUMNS;
    }
    return out.append(text, at, text.length()).append('\n').toString();
  }
}
