package havn.seal;

/// The hash chain of one slot in one epoch:
/// `h(-1) = H("havn/1/chain" ‖ 0 ‖ H(epoch header) ‖ slot)`, `h(i) = H(h(i-1) ‖ frame)`.
public record Chain(Hash h) {

  private static final byte[] LABEL = Bytes.ascii("havn/1/chain\0");
  private static final byte[] WHISPERS = Bytes.ascii("havn/1/whisper-chain\0");

  /// Before the first frame.
  public static Chain start(Hash epochHeader, int slot) {
    return new Chain(Hash.of(LABEL, epochHeader.bytes(), Bytes.u8(slot)));
  }

  /// Before the first whisper.
  public static Chain whispers(Hash epochHeader, int slot) {
    return new Chain(Hash.of(WHISPERS, epochHeader.bytes(), Bytes.u8(slot)));
  }

  /// After one more frame.
  public Chain next(byte[] frame) {
    return new Chain(Hash.of(h.bytes(), frame));
  }
}
