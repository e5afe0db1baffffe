package havn.gateway;

import com.google.protobuf.ByteString;
import havn.conversation.Member;
import havn.conversation.Stage;
import havn.delivery.Seat;
import havn.kernel.id.DeviceId;
import havn.wire.v1.ChatMember;
import java.util.List;
import java.util.Optional;

/// Where a device is in a conversation.
///
/// @param fence 0 for a member and after the end
/// @param members beside the lead; none unless the device leads
record Place(Seat seat, long fence, int slot, List<Member> members) {

  static Place leading(long fence, int slot, List<Member> members) {
    return new Place(Seat.LEAD, fence, slot, members);
  }

  /// Empty when the device has none.
  static Optional<Place> of(Stage stage, DeviceId device) {
    return switch (stage) {
      case Stage.Waiting waiting -> Optional.empty();
      case Stage.Taken taken ->
          taken.device().equals(device)
              ? Optional.of(leading(taken.fence(), taken.slot(), taken.members()))
              : taken
                  .member(device)
                  .map(member -> new Place(Seat.member(device), 0, member.slot(), List.of()));
      case Stage.Ended ended ->
          ended.device().filter(device::equals).map(led -> leading(0, 0, List.of()));
    };
  }

  /// As the lead's console is told of them.
  static List<ChatMember> printed(List<Member> members) {
    return members.stream()
        .map(
            member ->
                ChatMember.newBuilder()
                    .setDevice(ByteString.copyFrom(member.device().bytes()))
                    .setSlot(member.slot())
                    .build())
        .toList();
  }

  boolean isMember() {
    return !seat.equals(Seat.LEAD);
  }
}
