package havn.conversation.redis;

import com.google.protobuf.ByteString;
import havn.conversation.Conversation;
import havn.conversation.Party;
import havn.conversation.Stage;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Reads `{c:<hex>}:meta`.
final class MetaHash {

  private static final byte[] NOTHING = {};

  private MetaHash() {}

  static Optional<Conversation> read(ConversationId id, Map<String, byte[]> fields) {
    if (!fields.containsKey("service")) {
      return Optional.empty();
    }
    Conversation.Ring ring =
        new Conversation.Ring(
            new ServiceId(text(fields, "service")),
            text(fields, "lane"),
            text(fields, "language"),
            ByteString.copyFrom(fields.getOrDefault("card", NOTHING)),
            text(fields, "cap"),
            Instant.ofEpochMilli(Long.parseLong(text(fields, "since"))),
            text(fields, "danger").equals("1"),
            told(text(fields, "told")));
    Stage stage =
        stage(
            text(fields, "state"),
            text(fields, "device"),
            Long.parseLong(text(fields, "fence")),
            Integer.parseInt(text(fields, "slot")),
            text(fields, "members"),
            text(fields, "invite"));
    int epoch = Integer.parseInt(text(fields, "epoch"));
    return Optional.of(
        new Conversation(
            id,
            ring,
            stage,
            epoch,
            text(fields, field(Party.VISITOR)),
            text(fields, field(Party.STAFF))));
  }

  private static Optional<Integer> told(String days) {
    return days.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(days));
  }

  static Stage stage(
      String state, String device, long fence, int slot, String members, String invite) {
    return switch (state) {
      case "waiting" -> new Stage.Waiting();
      case "taken" ->
          new Stage.Taken(
              new DeviceId(device),
              fence,
              slot,
              MemberText.members(members),
              MemberText.invitation(invite));
      default ->
          new Stage.Ended(device.isEmpty() ? Optional.empty() : Optional.of(new DeviceId(device)));
    };
  }

  static String field(Party party) {
    return switch (party) {
      case VISITOR -> "visitor";
      case STAFF -> "staff";
    };
  }

  private static String text(Map<String, byte[]> fields, String name) {
    return new String(fields.getOrDefault(name, NOTHING), StandardCharsets.UTF_8);
  }
}
