package havn.wire;

import com.google.protobuf.ByteString;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.wire.v1.Code;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parts of an epoch header that the server checks. The rest is for the people's devices.
///
/// @param bytes the exact bytes
/// @param suite 1
/// @param number from 1
/// @param members 2–9, in rising slot order; slot 0 is the visitor
public record EpochHeader(
    ByteString bytes, int suite, ConversationId conversation, int number, List<Member> members) {

  /// One device in one epoch.
  public record Member(int slot, boolean staff, DeviceId device) {}

  private static final int MOST = 1_024;
  private static final int REASON_AND_HASHES = 1 + 3 * 32;
  private static final int LEAD_ROSTER_TIME = 1 + 8 + 32 + 8;

  /// The slot of a staff device; empty when it is no member.
  public Optional<Integer> slotOf(DeviceId device) {
    return members.stream()
        .filter(m -> m.staff() && m.device().equals(device))
        .map(Member::slot)
        .findFirst();
  }

  static EpochHeader read(ByteString bytes) {
    Malformed.unlessEnvelope(bytes.size() <= MOST);
    ByteBuffer in = bytes.asReadOnlyByteBuffer();
    try {
      int suite = in.get();
      ConversationId conversation = ConversationId.of(take(in, 16)).orElseThrow();
      int number = in.getInt();
      take(in, REASON_AND_HASHES);
      take(in, text(in));
      take(in, text(in));
      in.getShort();
      List<Member> members = members(in);
      take(in, LEAD_ROSTER_TIME);
      Malformed.unlessEnvelope(!in.hasRemaining() && number > 0);
      return new EpochHeader(bytes, suite, conversation, number, members);
    } catch (BufferUnderflowException truncated) {
      throw new Malformed(Code.NOT_AN_ENVELOPE);
    }
  }

  private static int text(ByteBuffer in) {
    int length = in.get() & 0xff;
    Malformed.unlessEnvelope(length >= 1 && length <= 64);
    return length;
  }

  private static List<Member> members(ByteBuffer in) {
    int count = in.get();
    Malformed.unlessEnvelope(count >= 2 && count <= 9);
    List<Member> members = new ArrayList<>(count);
    int before = -1;
    for (int i = 0; i < count; i++) {
      int slot = in.get() & 0xff;
      int kind = in.get();
      Malformed.unlessEnvelope(slot > before && (slot == 0 ? kind == 1 : kind == 2));
      before = slot;
      DeviceId device = DeviceId.of(take(in, 16)).orElseThrow();
      take(in, 32);
      members.add(new Member(slot, kind == 2, device));
    }
    Malformed.unlessEnvelope(members.get(0).slot() == 0);
    return List.copyOf(members);
  }

  private static byte[] take(ByteBuffer in, int count) {
    byte[] taken = new byte[count];
    in.get(taken);
    return taken;
  }

  @Override
  public String toString() {
    return "EpochHeader[" + number + "]";
  }
}
