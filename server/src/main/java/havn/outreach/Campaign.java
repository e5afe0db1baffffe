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
/// @param without how many wait whose language had no text when it was approved: they get none
/// @param fate of the texts that were sent
public record Campaign(
    CampaignId id,
    Optional<Card.Holder> by,
    Optional<Card.Holder> approved,
    Instant at,
    State state,
    int cards,
    int sent,
    int refused,
    int without,
    Fate fate) {

  public static final int MOST_CARDS = 500;

  /// What became of the newest text to each card, as far as providers told; all zero once the
  /// campaign is 30 days old. What is missing was sent, and nothing more was told.
  ///
  /// @param lost did not arrive, or never left
  /// @param perhaps nobody knows whether it was sent
  public record Fate(int delivered, int lost, int perhaps) {}

  /// How far it is.
  public enum State {
    PROPOSED,
    APPROVED,
    /// Nothing more of it goes out.
    STOPPED,
    /// Every card was written to, or may not be, or has a language without an approved text.
    DONE;

    public String printed() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
