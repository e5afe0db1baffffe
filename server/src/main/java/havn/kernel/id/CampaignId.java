package havn.kernel.id;

import java.util.Optional;

/// Names a list of cards that are written to together; made by the server. 16 random bytes.
public record CampaignId(String hex) implements Id16 {

  public CampaignId {
    Id16.require(hex);
  }

  public static CampaignId fresh() {
    return new CampaignId(Id16.drawn());
  }

  /// Empty unless there are exactly 16 bytes.
  public static Optional<CampaignId> of(byte[] bytes) {
    return Id16.read(bytes).map(CampaignId::new);
  }

  @Override
  public String toString() {
    return hex;
  }
}
