package havn.kernel.id;

import java.util.Optional;

/// Names one contact card; drawn by a console. 16 random bytes.
public record ContactId(String hex) implements Id16 {

  public ContactId {
    Id16.require(hex);
  }

  public static ContactId fresh() {
    return new ContactId(Id16.drawn());
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<ContactId> of(byte[] bytes) {
    return Id16.read(bytes).map(ContactId::new);
  }

  @Override
  public String toString() {
    return hex;
  }
}
