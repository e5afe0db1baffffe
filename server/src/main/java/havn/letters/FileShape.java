package havn.letters;

/// The lengths a sealed file may have, so that its length says little about what is in it: AES-GCM
/// over a Padmé length (PURBs, Nikitin et al. 2019, section 4) of at least 16,384 bytes.
public final class FileShape {

  public static final int LEAST_CONTENT = 16_384;

  /// 10 MiB of bytes, and the four that say how many.
  public static final int MOST_CONTENT = padme(10 * 1024 * 1024 + 4);

  /// AES-GCM's tag.
  private static final int TAG = 16;

  /// Bytes of the largest file as it is stored.
  public static final int MOST_BYTES = MOST_CONTENT + TAG;

  private FileShape() {}

  /// Whether a sealed file may have this length.
  public static boolean fits(int stored) {
    int content = stored - TAG;
    return content >= LEAST_CONTENT && content <= MOST_CONTENT && padme(content) == content;
  }

  /// The length that `length` bytes, at least 2, are filled up to.
  static int padme(int length) {
    int exponent = 31 - Integer.numberOfLeadingZeros(length);
    int kept = 32 - Integer.numberOfLeadingZeros(exponent);
    int mask = (1 << (exponent - kept)) - 1;
    return (length + mask) & ~mask;
  }
}
