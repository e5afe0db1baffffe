package havn.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a grant seals: the epoch's secret E (32 bytes), the hash of its header, and the shown name
/// of every staff slot, in rising slot order.
@SuppressWarnings("ArrayRecordComponent")
public record GrantPlaintext(byte[] secret, Hash header, Map<Integer, ShownName> names) {

  public GrantPlaintext {
    if (secret.length != FrameCipher.SECRET_LENGTH) {
      throw new IllegalArgumentException("an epoch secret has 32 bytes");
    }
  }

  public byte[] bytes() {
    LayoutWriter out = new LayoutWriter().bytes(secret).hash(header).u8(names.size());
    new TreeMap<>(names).forEach((slot, name) -> out.u8(slot).bytes(name.salt()).str8(name.name()));
    return out.done();
  }

  /// Empty when the bytes are not exactly one grant plaintext with slots in rising order.
  public static Optional<GrantPlaintext> parse(byte[] bytes) {
    LayoutReader in = new LayoutReader(bytes);
    byte[] secret = in.bytes(FrameCipher.SECRET_LENGTH);
    Hash header = in.hash();
    int count = in.u8();
    List<Integer> slots = new ArrayList<>();
    Map<Integer, ShownName> names = new TreeMap<>();
    for (int i = 0; i < count && in.sound(); i++) {
      int slot = in.u8();
      byte[] salt = in.bytes(ShownName.SALT_LENGTH);
      String name = in.str8(1);
      in.require(slots.isEmpty() || slot > slots.getLast());
      if (in.sound()) {
        slots.add(slot);
        names.put(slot, new ShownName(salt, name));
      }
    }
    return in.soundAndEmpty()
        ? Optional.of(new GrantPlaintext(secret, header, names))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "GrantPlaintext[…]";
  }
}
