package havn.wire;

import com.google.protobuf.ByteString;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.wire.v1.ConversationEpoch;
import havn.wire.v1.DeskUp;
import havn.wire.v1.Epoch;
import havn.wire.v1.Ring;
import havn.wire.v1.RingCard;
import havn.wire.v1.SignedStatement;
import havn.wire.v1.Talk;
import havn.wire.v1.VisitorUp;
import havn.wire.v1.WhisperKey;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Well-formed frames whose sealed parts are made of counted bytes. Only their shape is real.
public final class Samples {

  public static final int[] LENGTHS = {154, 922, 3_994, 16_186};

  private Samples() {}

  /// `count` bytes from `first` upwards.
  public static byte[] counted(int count, int first) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (first + i);
    }
    return bytes;
  }

  static ByteString string(int count, int first) {
    return ByteString.copyFrom(counted(count, first));
  }

  /// A talk frame of `length` bytes in all.
  public static ByteString sealed(
      ConversationId conversation, int epoch, int slot, int counter, int length) {
    ByteBuffer frame = ByteBuffer.wrap(counted(length, counter));
    frame.put((byte) 1).put(conversation.bytes()).putInt(epoch).put((byte) slot).putInt(counter);
    return ByteString.copyFrom(frame.array());
  }

  public static RingCard card(String service) {
    return RingCard.newBuilder()
        .setService(service)
        .setLane("self")
        .setLanguage("nb")
        .setXwing(string(1_216, 3))
        .setNonce(string(32, 5))
        .build();
  }

  public static VisitorUp ring(String service) {
    return ring(card(service));
  }

  public static VisitorUp ring(RingCard card) {
    return VisitorUp.newBuilder().setRing(Ring.newBuilder().setCard(card.toByteString())).build();
  }

  public static Talk talk(ByteString frame, boolean staff) {
    Talk.Builder talk = Talk.newBuilder().setFrame(frame);
    return (staff ? talk.setSignature(string(64, 9)) : talk).build();
  }

  /// A header with a visitor in slot 0 and one device in slot 1.
  public static ByteString epochHeader(ConversationId conversation, int number, DeviceId device) {
    return epochHeader(conversation, number, 1, device);
  }

  private static ByteString epochHeader(
      ConversationId conversation, int number, int slot, DeviceId device) {
    byte[] service = "pro-mann".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] lane = "self".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    ByteBuffer header = ByteBuffer.allocate(1_024);
    header.put((byte) 1).put(conversation.bytes()).putInt(number).put((byte) 1);
    header.put(counted(96, 0));
    header.put((byte) service.length).put(service).put((byte) lane.length).put(lane);
    header.putShort((short) 0).put((byte) 2);
    header.put((byte) 0).put((byte) 1).put(new byte[48]);
    header.put((byte) slot).put((byte) 2).put(device.bytes()).put(counted(32, 7));
    header.put((byte) slot).putLong(1).put(counted(32, 1)).putLong(1_795_000_000_000L);
    return ByteString.copyFrom(Arrays.copyOf(header.array(), header.position()));
  }

  public static Epoch epoch(ConversationId conversation, int number, DeviceId device) {
    return epoch(conversation, number, 1, device);
  }

  private static Epoch epoch(ConversationId conversation, int number, int slot, DeviceId device) {
    return Epoch.newBuilder()
        .setHeader(epochHeader(conversation, number, slot, device))
        .setGrant(ByteString.copyFromUtf8("age-encryption.org/v1\n").concat(string(4_000, 0)))
        .setSignature(string(64, 2))
        .build();
  }

  public static DeskUp newEpoch(
      ConversationId conversation, long fence, int number, DeviceId device) {
    return newEpoch(conversation, fence, number, 1, device);
  }

  public static DeskUp newEpoch(
      ConversationId conversation, long fence, int number, int slot, DeviceId device) {
    return DeskUp.newBuilder()
        .setEpoch(
            ConversationEpoch.newBuilder()
                .setConversation(ByteString.copyFrom(conversation.bytes()))
                .setFence(fence)
                .setNumber(number)
                .setEpoch(epoch(conversation, number, slot, device)))
        .build();
  }

  /// An age file by its first line only.
  public static WhisperKey whisperKey(int epoch) {
    return WhisperKey.newBuilder()
        .setEpoch(epoch)
        .setGrant(ByteString.copyFromUtf8("age-encryption.org/v1\n").concat(string(3_000, epoch)))
        .setSignature(string(64, 8))
        .build();
  }

  public static SignedStatement statement() {
    return SignedStatement.newBuilder()
        .setPayload(string(1_290, 4))
        .setSignature(string(64, 6))
        .build();
  }
}
