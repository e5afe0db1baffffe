package havn.kernel.id;

import java.util.HexFormat;
import java.util.Optional;

/// Names a mailbox: the Ed25519 public key that its acts are signed with
/// (`docs/protocol/sealed.md`, section 10). 32 bytes; prints as nothing.
public record MailboxId(String hex) {

  private static final int LENGTH = 32;

  public MailboxId {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a mailbox id is 64 lower-case hexadecimal digits");
    }
  }

  /// Empty unless there are exactly 32 bytes.
  public static Optional<MailboxId> of(byte[] bytes) {
    return bytes.length == LENGTH
        ? Optional.of(new MailboxId(HexFormat.of().formatHex(bytes)))
        : Optional.empty();
  }

  /// The 32 bytes.
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return "MailboxId[…]";
  }
}
