package havn.conversation.redis;

import havn.conversation.Invitation;
import havn.conversation.Member;
import havn.kernel.id.DeviceId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How the meta hash writes members and the invitation: `device:slot ` for each member, and
/// `device kind until-ms`.
final class MemberText {

  private MemberText() {}

  static List<Member> members(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(text.split(" "))
        .map(
            one -> {
              int colon = one.indexOf(':');
              return new Member(
                  new DeviceId(one.substring(0, colon)),
                  Integer.parseInt(one.substring(colon + 1)));
            })
        .toList();
  }

  static Optional<Invitation> invitation(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = text.split(" ");
    return Optional.of(
        new Invitation(
            new DeviceId(parts[0]),
            kind(parts[1]),
            Instant.ofEpochMilli(Long.parseLong(parts[2]))));
  }

  static String kind(Invitation.Kind kind) {
    return switch (kind) {
      case JOIN -> "join";
      case HANDOVER -> "handover";
    };
  }

  static Invitation.Kind kind(String text) {
    return text.equals("join") ? Invitation.Kind.JOIN : Invitation.Kind.HANDOVER;
  }
}
