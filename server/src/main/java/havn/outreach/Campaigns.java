package havn.outreach;

import havn.courtesy.Language;
import havn.journal.Act;
import havn.journal.Journal;
import havn.kernel.id.CampaignId;
import havn.kernel.id.ContactId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.outreach.CampaignStore.Proposed;
import havn.seal.Hash;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Writing to many: somebody proposes, somebody else approves, and people release card by card.
public final class Campaigns {

  private final CampaignStore store;
  private final Cards cards;
  private final CampaignTexts texts;
  private final Journal journal;
  private final InstantSource clock;

  public Campaigns(
      CampaignStore store, Cards cards, CampaignTexts texts, Journal journal, InstantSource clock) {
    this.store = store;
    this.cards = cards;
    this.texts = texts;
    this.journal = journal;
    this.clock = clock;
  }

  /// Proposes to write to cards. The same id again changes nothing.
  ///
  /// @param chosen 1–500
  public Future<Proposed> propose(
      StaffId who, ServiceId service, CampaignId id, Set<ContactId> chosen) {
    return store
        .propose(new CampaignStore.Proposal(id, service, who, chosen), clock.instant())
        .compose(
            proposed ->
                noted(proposed == Proposed.KEPT, who, Act.Deed.CAMPAIGN_PROPOSE, id)
                    .map(noted -> proposed));
  }

  /// What would be sent to the cards of a campaign that have a language.
  ///
  /// @param texts at most three; none where there is no text in the language
  public record InLanguage(String language, int cards, List<CampaignTexts.Said> texts) {

    public InLanguage {
      texts = List.copyOf(texts);
    }
  }

  /// What a campaign would send.
  ///
  /// @param digest of these texts, by which it is approved
  public record Shown(List<InLanguage> languages, Hash digest) {

    public Shown {
      languages = List.copyOf(languages);
    }

    @Override
    public String toString() {
      return "Shown[" + languages.size() + " languages]";
    }
  }

  /// What somebody reads before they approve; no language when there is no such campaign.
  public Future<Shown> show(ServiceId service, CampaignId id) {
    return store
        .languages(service, id, clock.instant())
        .map(
            all -> {
              List<InLanguage> languages = all.stream().map(one -> shown(service, one)).toList();
              return new Shown(languages, texts.digest(service, written(languages)));
            });
  }

  /// Those that there is a text in.
  private static Set<String> written(List<InLanguage> languages) {
    return languages.stream()
        .filter(one -> !one.texts().isEmpty())
        .map(InLanguage::language)
        .collect(Collectors.toSet());
  }

  private InLanguage shown(ServiceId service, CampaignStore.InLanguage one) {
    return new InLanguage(
        one.language(),
        one.cards(),
        Language.parse(one.language()).map(known -> texts.of(service, known)).orElse(List.of()));
  }

  /// The newest 50 of the last 13 months.
  public Future<List<Campaign>> list(ServiceId service) {
    return store.list(service, clock.instant());
  }

  /// False unless it waits for approval, somebody else proposed it, and the texts in the languages
  /// of its cards are those that were read. Only these are sent for it: a card that gets another
  /// language later is left out.
  ///
  /// @param read the digest of what somebody read
  public Future<Boolean> approve(StaffId who, ServiceId service, CampaignId id, byte[] read) {
    return show(service, id)
        .compose(
            shown -> {
              var these = new CampaignStore.Approved(shown.digest(), written(shown.languages()));
              return Hash.wrap(read).equals(Optional.of(these.texts()))
                      && !these.languages().isEmpty()
                  ? approve(who, service, id, these)
                  : Future.succeededFuture(false);
            });
  }

  private Future<Boolean> approve(
      StaffId who, ServiceId service, CampaignId id, CampaignStore.Approved these) {
    return store
        .waitsFor(service, id, who, clock.instant())
        .compose(waits -> noted(waits, who, Act.Deed.CAMPAIGN_APPROVE, id))
        .compose(
            noted ->
                noted
                    ? store.approve(service, id, who, these, clock.instant())
                    : Future.succeededFuture(false));
  }

  /// Nothing more of it goes out, nor what was released already and still waits.
  public Future<Boolean> stop(StaffId who, ServiceId service, CampaignId id) {
    return store
        .stands(service, id, clock.instant())
        .compose(stands -> noted(stands, who, Act.Deed.CAMPAIGN_STOP, id))
        .compose(
            noted ->
                noted ? store.stop(service, id, clock.instant()) : Future.succeededFuture(false));
  }

  /// Takes its next card that may be contacted now; empty unless it is approved. Those that never
  /// may be are counted as refused.
  ///
  /// @param knows cards that this person knows to hold, at most 20
  public Future<Optional<Cards.Next>> next(
      StaffMember who, ServiceId service, CampaignId id, Set<ContactId> knows) {
    return store
        .isApproved(service, id, clock.instant())
        .compose(
            approved -> {
              if (!approved) {
                return Future.succeededFuture(Optional.empty());
              }
              var wanted = new CardStore.Wanted(service, Set.of(), Optional.of(id));
              return cards
                  .next(who, wanted, knows, over -> store.refuse(id, over))
                  .map(Optional::of);
            });
  }

  /// The journal has what happens, before it does, and nothing that is refused.
  private Future<Boolean> noted(boolean happens, StaffId who, Act.Deed deed, CampaignId id) {
    return happens
        ? journal.write(new Act(who, deed, id.bytes()), clock.instant()).map(true)
        : Future.succeededFuture(false);
  }
}
