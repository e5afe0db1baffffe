package havn.channel.smpp;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The default alphabet of GSM 03.38 with its extension table, one septet in each byte.
final class Gsm7 {

  static final byte ESCAPE = 0x1b;

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final Map<Character, Byte> EXTENDED =
      Map.of(
          '\f', (byte) 0x0a,
          '^', (byte) 0x14,
          '{', (byte) 0x28,
          '}', (byte) 0x29,
          '\\', (byte) 0x2f,
          '[', (byte) 0x3c,
          '~', (byte) 0x3d,
          ']', (byte) 0x3e,
          '|', (byte) 0x40,
          '€', (byte) 0x65);

  private static final Map<Byte, Character> BACK = new HashMap<>();

  static {
    EXTENDED.forEach((character, septet) -> BACK.put(septet, character));
  }

  private Gsm7() {}

  /// Empty when a character is not in the alphabet.
  static Optional<byte[]> write(String text) {
    ByteArrayOutputStream septets = new ByteArrayOutputStream();
    for (char character : text.toCharArray()) {
      int basic = character == ESCAPE ? -1 : BASIC.indexOf(character);
      Byte extended = EXTENDED.get(character);
      if (basic >= 0) {
        septets.write(basic);
      } else if (extended != null) {
        septets.write(ESCAPE);
        septets.write(extended);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(septets.toByteArray());
  }

  /// What is in no table reads as U+FFFD.
  static String read(byte[] septets) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < septets.length; i++) {
      if (septets[i] == ESCAPE && i + 1 < septets.length) {
        i++;
        text.append(BACK.getOrDefault(septets[i], '\ufffd'));
      } else {
        boolean known = septets[i] >= 0 && septets[i] != ESCAPE;
        text.append(known ? BASIC.charAt(septets[i]) : '\ufffd');
      }
    }
    return text.toString();
  }
}
