package havn.outreach;

import havn.kernel.id.CampaignId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A list of cards that somebody proposed to write to.
///
/// @param by empty when the row of that person is gone
/// @param approved by whom; empty, by nobody
/// @param cards 0–500; cards that were deleted are not counted any more
/// @param refused how many may not be contacted any more
public record Campaign(
    CampaignId id,
    Optional<Card.Holder> by,
    Optional<Card.Holder> approved,
    Instant at,
    State state,
    int cards,
    int sent,
    int refused) {

  public static final int MOST_CARDS = 500;

  /// How far it is.
  public enum State {
    PROPOSED,
    APPROVED,
    /// Nothing more of it goes out.
    STOPPED,
    /// Every card was written to, or may not be.
    DONE;

    public String printed() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
