package havn.channel;

import havn.kernel.secret.Randomness;
import havn.seal.AtRest;
import havn.seal.Hmac;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The two keys of the role `channels`, from a file that lies outside both stores and their
/// backups. One seals what is kept for sending; the other makes tags by which a number is known
/// again without being kept.
public final class RoleKeys {

  private static final String FIRST = "havn channels keys 1";
  private static final Pattern SHAPE =
      Pattern.compile(FIRST + "\nseal ([A-Za-z0-9_-]{43})\ntags ([A-Za-z0-9_-]{43})\n?");

  private final AtRest seal;
  private final byte[] tags;

  private RoleKeys(byte[] seal, byte[] tags) {
    this.seal = new AtRest(seal);
    this.tags = tags.clone();
  }

  /// A key file that cannot be used; says why without saying what is in it.
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String what) {
      super(what);
    }
  }

  /// Reads the file; refuses one that others than its owner may read.
  public static RoleKeys read(Path file) throws Unusable {
    try {
      if (!Files.isRegularFile(file)) {
        throw new Unusable(file + " is not there; make one with `havn keys channels " + file + "`");
      }
      Set<PosixFilePermission> may = Files.getPosixFilePermissions(file);
      if (PosixFilePermissions.toString(may).substring(3).matches(".*[rwx].*")) {
        throw new Unusable(file + " can be read by others; run `chmod 600 " + file + "`");
      }
      String text = Files.size(file) > 1_024 ? "" : Files.readString(file);
      Matcher parts = SHAPE.matcher(text);
      if (!parts.matches()) {
        throw new Unusable(file + " is no key file of the channels; restore it from your copy");
      }
      return new RoleKeys(bytes(parts.group(1)), bytes(parts.group(2)));
    } catch (IOException unreadable) {
      throw new Unusable(file + " cannot be read; check its owner");
    }
  }

  /// The text of a new key file.
  public static String fresh() {
    return String.join("\n", List.of(FIRST, "seal " + drawn(), "tags " + drawn(), ""));
  }

  /// Seals what is kept for sending.
  public AtRest seal() {
    return seal;
  }

  /// A tag of 32 bytes: the same for the same bytes and purpose, and worth nothing without the key.
  public byte[] tag(String purpose, byte[] of) {
    return Hmac.sha256(Hmac.sha256(tags, purpose.getBytes(StandardCharsets.UTF_8)), of);
  }

  private static String drawn() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Randomness.bytes(32));
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  @Override
  public String toString() {
    return "RoleKeys[…]";
  }
}
