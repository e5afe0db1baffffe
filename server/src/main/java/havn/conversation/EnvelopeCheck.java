package havn.conversation;

import havn.wire.SealedFrame;

/// What the server checks although it can read nothing (docs/protocol/sealed.md, section 9).
/// Lengths were checked when the frame was read.
///
/// @param conversation 16 bytes
/// @param slot the sender's slot
/// @param signed whether the sender signs
@SuppressWarnings("ArrayRecordComponent")
public record EnvelopeCheck(byte[] conversation, int slot, boolean signed) {

  private static final int SUITE = 1;

  public static EnvelopeCheck visitor(byte[] conversation) {
    return new EnvelopeCheck(conversation, 0, false);
  }

  public static EnvelopeCheck staff(byte[] conversation, int slot) {
    return new EnvelopeCheck(conversation, slot, true);
  }

  /// Whether this is a talk frame that may be stored.
  ///
  /// @param running number of the running epoch
  public boolean talk(SealedFrame frame, int running) {
    return sealed(frame, running) && frame.counter() != SealedFrame.SIGNAL_COUNTER;
  }

  /// Whether this is a signal that may be passed on.
  public boolean signal(SealedFrame frame, int running) {
    return sealed(frame, running) && frame.counter() == SealedFrame.SIGNAL_COUNTER;
  }

  private boolean sealed(SealedFrame frame, int running) {
    return frame.suite() == SUITE
        && frame.names(conversation)
        && frame.slot() == slot
        && frame.epoch() != 0
        && Integer.compareUnsigned(frame.epoch(), running) <= 0
        && frame.signature().isEmpty() != signed;
  }
}
