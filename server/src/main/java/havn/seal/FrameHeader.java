package havn.seal;

import havn.kernel.id.ConversationId;
import java.util.Optional;

/// The 42 clear bytes in front of every talk frame and signal
/// (`docs/protocol/sealed.md`, section 6). `epoch` and `counter` are unsigned 32-bit values;
/// `random` are 16 bytes, fresh for every frame.
@SuppressWarnings("ArrayRecordComponent")
public record FrameHeader(
    ConversationId conversation, long epoch, int slot, long counter, byte[] random) {

  public static final int LENGTH = 42;
  public static final int SUITE = 1;
  public static final int RANDOM_LENGTH = 16;

  /// The counter of every signal.
  public static final long SIGNAL_COUNTER = 0xFFFF_FFFFL;

  public FrameHeader {
    if (random.length != RANDOM_LENGTH) {
      throw new IllegalArgumentException("a frame header carries 16 random bytes");
    }
  }

  /// Reads the header of a frame; empty when the frame is shorter than one or of another suite.
  public static Optional<FrameHeader> parse(byte[] frame) {
    LayoutReader in = new LayoutReader(frame);
    in.require(in.u8() == SUITE);
    Optional<ConversationId> conversation = ConversationId.of(in.bytes(16));
    long epoch = in.u32();
    int slot = in.u8();
    long counter = in.u32();
    byte[] random = in.bytes(RANDOM_LENGTH);
    return in.sound()
        ? conversation.map(id -> new FrameHeader(id, epoch, slot, counter, random))
        : Optional.empty();
  }

  public boolean isSignal() {
    return counter == SIGNAL_COUNTER;
  }

  /// The 42 bytes.
  public byte[] bytes() {
    return new LayoutWriter()
        .u8(SUITE)
        .bytes(conversation.bytes())
        .u32(epoch)
        .u8(slot)
        .u32(counter)
        .bytes(random)
        .done();
  }

  /// `conversation ‖ epoch ‖ slot ‖ counter`, what a message key is bound to.
  byte[] place() {
    return new LayoutWriter().bytes(conversation.bytes()).u32(epoch).u8(slot).u32(counter).done();
  }
}
