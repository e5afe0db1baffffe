package havn.redis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The encoded name of something in Redis. Built once and kept beside the thing it names.
public final class Key {

  final byte[] encoded;

  Key(byte[] encoded) {
    this.encoded = encoded;
  }

  public static Key of(String name) {
    return new Key(name.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Key key && Arrays.equals(encoded, key.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  @Override
  public String toString() {
    return "Key[" + encoded.length + " bytes]";
  }
}
