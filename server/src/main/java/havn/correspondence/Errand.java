package havn.correspondence;

import havn.kernel.id.CampaignId;
import havn.kernel.id.ContactId;
import java.util.List;
import java.util.Optional;

/// What a beginning belongs to, and what is noted in the transaction that queues it.
///
/// @param campaign for which it is released; empty, by hand
/// @param others the other numbers of the card, at most 9: one person has them all
/// @param codes tags of the codes in the text, at most 3 and each once; each has to be a draft's,
///     and they answer from the day it goes out
public record Errand(
    ContactId card,
    Optional<CampaignId> campaign,
    List<Standings.Known> others,
    List<byte[]> codes) {

  public Errand {
    others = List.copyOf(others);
    codes = List.copyOf(codes);
  }

  @Override
  public String toString() {
    return "Errand[" + card + "]";
  }
}
