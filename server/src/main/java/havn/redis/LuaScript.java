package havn.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A script that Redis runs in one step. The class that owns it knows the order of keys and the
/// types of arguments, which the header of the `.lua` file repeats. Sent by its hash; sent whole
/// when Redis does not know it.
public final class LuaScript {

  final byte[] source;
  final byte[] sha1;

  private LuaScript(byte[] source) {
    this.source = source;
    this.sha1 = sha1(source);
  }

  /// Reads the script that lies beside its owner on the class path.
  public static LuaScript beside(Class<?> owner, String file) {
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no script " + file + " beside " + owner.getName());
      }
      return new LuaScript(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] sha1(byte[] source) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest(source);
      return HexFormat.of().formatHex(hash).getBytes(StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
