package havn.seal;

/// The newest frame of another slot that the sender accepted: its counter and the first 8 bytes of
/// its chain hash.
@SuppressWarnings("ArrayRecordComponent")
public record Seen(int slot, long counter, byte[] h8) {

  public static final int HASH_LENGTH = 8;

  public Seen {
    if (h8.length != HASH_LENGTH) {
      throw new IllegalArgumentException("seen carries 8 bytes of a chain hash");
    }
  }
}
