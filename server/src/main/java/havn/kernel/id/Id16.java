package havn.kernel.id;

import havn.kernel.secret.Randomness;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// What the ids of 16 bytes share. Each is a type of its own, so that none is taken for another.
public sealed interface Id16
    permits ArchiveId,
        CampaignId,
        ContactId,
        ConversationId,
        DeviceId,
        FileId,
        LetterId,
        NoteId,
        PlanId,
        RoundId,
        StaffId,
        TaskId,
        TextId,
        ThreadId {

  int LENGTH = 16;

  /// 32 lower-case hexadecimal digits.
  String hex();

  /// The 16 bytes.
  default byte[] bytes() {
    return HexFormat.of().parseHex(hex());
  }

  /// 22 characters without padding, as addresses and JSON carry it.
  default String base64url() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }

  /// The digits of 16 bytes; empty for any other number of them.
  static Optional<String> read(byte[] bytes) {
    return bytes.length == LENGTH ? Optional.of(HexFormat.of().formatHex(bytes)) : Optional.empty();
  }

  /// The digits of 16 random bytes.
  static String drawn() {
    return HexFormat.of().formatHex(Randomness.bytes(LENGTH));
  }

  /// Fails unless these are such digits.
  static void require(String hex) {
    if (!hex.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("an id is 32 lower-case hexadecimal digits");
    }
  }
}
