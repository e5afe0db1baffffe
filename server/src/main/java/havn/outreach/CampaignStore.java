package havn.outreach;

import havn.kernel.id.CampaignId;
import havn.kernel.id.ContactId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.seal.Hash;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where campaigns are kept.
public interface CampaignStore {

  int MOST_CAMPAIGNS = 200;
  int MOST_SHOWN = 50;

  /// A campaign that somebody proposes.
  record Proposal(CampaignId id, ServiceId service, StaffId by, Set<ContactId> cards) {

    public Proposal {
      cards = Set.copyOf(cards);
    }
  }

  /// What came of it.
  enum Proposed {
    /// Or it was kept before, under the same id.
    KEPT,
    /// A card is none of the service's.
    NO_CARD,
    /// The service has 200.
    FULL
  }

  Future<Proposed> propose(Proposal proposal, Instant now);

  /// The newest 50.
  Future<List<Campaign>> list(ServiceId service, Instant now);

  /// Cards of a campaign that have a language.
  record InLanguage(String language, int cards) {}

  /// The languages of its cards, the one with most of them first; none when there is no such
  /// campaign.
  Future<List<InLanguage>> languages(ServiceId service, CampaignId id, Instant now);

  /// What somebody read and approved.
  ///
  /// @param texts digest of the texts in the languages of its cards
  /// @param languages those of them that there is a text in
  record Approved(Hash texts, Set<String> languages) {

    public Approved {
      languages = Set.copyOf(languages);
    }
  }

  /// Whether it waits for approval and somebody else proposed it.
  Future<Boolean> waitsFor(ServiceId service, CampaignId id, StaffId who, Instant now);

  /// False unless it waits for approval and somebody else proposed it.
  Future<Boolean> approve(
      ServiceId service, CampaignId id, StaffId who, Approved approved, Instant now);

  /// Whether it is proposed or approved.
  Future<Boolean> stands(ServiceId service, CampaignId id, Instant now);

  /// False unless it is proposed or approved. What was released of it and still waits is dropped.
  Future<Boolean> stop(ServiceId service, CampaignId id, Instant now);

  /// Whether it is approved.
  Future<Boolean> isApproved(ServiceId service, CampaignId id, Instant now);

  /// What was approved; empty unless it is approved and a card waits in it. That a card was
  /// written to is noted by the transaction that queues the text.
  Future<Optional<Approved>> approved(ServiceId service, CampaignId id, ContactId card);

  /// Notes that cards of it may not be contacted any more.
  Future<Void> refuse(CampaignId id, List<ContactId> cards);
}
