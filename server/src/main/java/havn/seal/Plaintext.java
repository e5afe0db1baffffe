package havn.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a frame seals: message id, what was seen, a kind and a body, filled to one of four lengths
/// (`docs/protocol/sealed.md`, section 6). `messageId` has 16 bytes; there are at most 8 `seen`.
@SuppressWarnings("ArrayRecordComponent")
public record Plaintext(byte[] messageId, List<Seen> seen, int kind, byte[] body) {

  public static final int ID_LENGTH = 16;
  public static final int TEXT = 0;
  public static final int RECEIPT = 1;
  public static final int TYPING = 2;

  /// Bytes of UTF-8 in one text.
  public static final int MAX_TEXT = 12_000;

  private static final int MAX_SEEN = 8;
  private static final int[] LENGTHS = {96, 864, 3_936, 16_128};
  private static final int MARK = 0x80;

  public Plaintext {
    if (messageId.length != ID_LENGTH || seen.size() > MAX_SEEN || body.length > MAX_TEXT) {
      throw new IllegalArgumentException("not a plaintext of this protocol");
    }
    seen = List.copyOf(seen);
  }

  /// The padded bytes: 96, 864, 3,936 or 16,128, the smallest that fits.
  public byte[] padded() {
    LayoutWriter out = new LayoutWriter().bytes(messageId).u8(seen.size());
    for (Seen one : seen) {
      out.u8(one.slot()).u32(one.counter()).bytes(one.h8());
    }
    byte[] bytes = out.u8(kind).bytes(body).u8(MARK).done();
    for (int length : LENGTHS) {
      if (bytes.length <= length) {
        return Arrays.copyOf(bytes, length);
      }
    }
    throw new IllegalStateException("the bounds leave room for every plaintext");
  }

  /// Empty when the bytes are not filled to a known length, or not by the smallest that fits.
  public static Optional<Plaintext> parse(byte[] padded) {
    int end = padded.length - 1;
    while (end >= 0 && padded[end] == 0) {
      end--;
    }
    if (end < 0 || padded[end] != (byte) MARK) {
      return Optional.empty();
    }
    LayoutReader in = new LayoutReader(Arrays.copyOf(padded, end));
    byte[] messageId = in.bytes(ID_LENGTH);
    int count = in.u8();
    in.require(count <= MAX_SEEN);
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < count && in.sound(); i++) {
      seen.add(new Seen(in.u8(), in.u32(), in.bytes(Seen.HASH_LENGTH)));
    }
    int kind = in.u8();
    byte[] body = in.rest();
    if (!in.sound() || body.length > MAX_TEXT) {
      return Optional.empty();
    }
    Plaintext plaintext = new Plaintext(messageId, seen, kind, body);
    return plaintext.padded().length == padded.length ? Optional.of(plaintext) : Optional.empty();
  }

  @Override
  public String toString() {
    return "Plaintext[" + body.length + " bytes]";
  }
}
