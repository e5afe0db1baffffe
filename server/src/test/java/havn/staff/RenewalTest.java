package havn.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.seal.Dsse;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.staff.TrustPublishing.Decision.Published;
import havn.staff.TrustPublishing.Decision.Refused;
import havn.staff.TrustVerdict.Trusted;
import havn.staff.TrustVerdict.Untrusted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The signer is away, and those in the roster renew it.
class RenewalTest {

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  private final RenewalFixture house = new RenewalFixture(NOW);
  private final TrustFixture trust = house.trust;
  private final Dsse renewal = RenewalFixture.sign(house.next(5), house.kari, house.per);

  @Test
  void devicesOfTwoPersonsRenewForEightDays() {
    TrustDocuments after = published(renewal, house.documents(), trust.at(6));
    Roster roster = trusted(after, trust.at(12));
    assertEquals(2, roster.version());
    assertEquals(Hash.wrap(roster.hash()), Optional.of(renewal.payloadHash()));
    assertEquals(4, roster.entries().size());
    assertEquals(
        new Untrusted(TrustFlaw.ROSTER_OUT_OF_TIME),
        TrustChain.verify(after, pin(), 0, trust.at(14)));
  }

  @Test
  void aRosterThatRanOutIsRenewedAsWell() {
    published(renewal, house.documents(), trust.at(9));
  }

  @Test
  void aRenewalIsRenewed() {
    TrustDocuments once = published(renewal, house.documents(), trust.at(6));
    Dsse second = RenewalFixture.sign(house.after(renewal, 2, 11), house.per, house.karisPhone);
    assertEquals(3, trusted(published(second, once, trust.at(12)), trust.at(18)).version());
  }

  @Test
  void twoDevicesOfOnePersonAreNotEnough() {
    refused(
        TrustFlaw.RENEWAL_UNSIGNED,
        RenewalFixture.sign(house.next(5), house.kari, house.karisPhone));
  }

  @Test
  void volunteersDoNotCount() {
    refused(
        TrustFlaw.RENEWAL_UNSIGNED,
        RenewalFixture.sign(house.next(5), house.kari, house.volunteer));
  }

  @Test
  void aDeviceWhosePersonNobodyNamedDoesNotCount() {
    RenewalFixture.Device nameless = house.device(Role.WORKER, PersonTag.NOBODY);
    Dsse roster = trust.roster(1, Optional.empty(), List.of(house.kari.entry(), nameless.entry()));
    TrustDocuments before = trust.documents(trust.rootSet(), trust.signerDocument(), roster);
    var document =
        new RenewalDocument(
            2,
            roster.payloadHash(),
            trust.at(5),
            trust.at(13),
            1,
            roster.payloadHash(),
            trust.at(-1));
    assertEquals(
        new Refused(TrustFlaw.RENEWAL_UNSIGNED),
        TrustPublishing.renewal(
            before, RenewalFixture.sign(document, house.kari, nameless), trust.at(6)));
  }

  @Test
  void aStrangerAndASignatureForAnotherPurposeDoNotCount() {
    RenewalFixture.Device stranger = house.device(Role.WORKER, house.per.entry().person());
    refused(TrustFlaw.RENEWAL_UNSIGNED, RenewalFixture.sign(house.next(5), house.kari, stranger));
    Dsse asRoster =
        Dsse.sign(
            Purpose.ROSTER,
            RenewalDocument.TYPE,
            house.next(5).payload(),
            Map.of(
                TrustText.of(house.kari.id().bytes()), house.kari.key(),
                TrustText.of(house.per.id().bytes()), house.per.key()));
    refused(TrustFlaw.RENEWAL_UNSIGNED, asRoster);
  }

  @Test
  void nothingIsRenewedPastThirtyFiveDays() {
    RenewalDocument last = house.next(30);
    assertEquals(trust.at(34), last.expires());
    RenewalDocument longer =
        new RenewalDocument(
            2,
            house.hash(),
            last.issued(),
            last.expires().plusSeconds(1),
            1,
            house.hash(),
            trust.at(-1));
    Dsse document = RenewalFixture.sign(longer, house.kari, house.per);
    assertTrue(RenewalDocument.of(document).isEmpty());
    assertEquals(
        new Refused(TrustFlaw.ROSTER_DOES_NOT_FOLLOW),
        TrustPublishing.renewal(house.documents(), document, trust.at(31)));
  }

  @Test
  void aLaterSigningTimeThanTheRostersIsRefused() {
    RenewalDocument told = house.next(5);
    RenewalDocument later =
        new RenewalDocument(
            2,
            told.previous(),
            told.issued(),
            told.expires(),
            1,
            told.hash(),
            told.signed().plus(Duration.ofDays(3)));
    refused(TrustFlaw.RENEWAL_OF_ANOTHER, RenewalFixture.sign(later, house.kari, house.per));
  }

  @Test
  void anotherRosterUnderItIsNotTrusted() {
    TrustDocuments after = published(renewal, house.documents(), trust.at(6));
    Dsse other = trust.roster(1, Optional.empty(), house.entries().subList(0, 3));
    TrustDocuments swapped =
        new TrustDocuments(after.roots(), after.signer(), Optional.of(other), after.renewal());
    assertEquals(
        new Untrusted(TrustFlaw.RENEWAL_OF_ANOTHER),
        TrustChain.verify(swapped, pin(), 0, trust.at(6)));
  }

  @Test
  void afterARenewalTheSignerSignsTheNextRosterOverIt() {
    TrustDocuments once = published(renewal, house.documents(), trust.at(6));
    var document =
        new RosterDocument(
            3,
            Optional.of(renewal.payloadHash()),
            trust.at(6),
            trust.at(14),
            "",
            List.of(house.kari.entry()));
    Dsse roster = trust.roster(document, trust.signer);
    TrustDocuments after =
        assertInstanceOf(Published.class, TrustPublishing.roster(once, roster, trust.at(6)))
            .documents();
    assertEquals(Optional.empty(), after.renewal());
    assertEquals(3, trusted(after, trust.at(6)).version());
    assertEquals(
        new Refused(TrustFlaw.RENEWAL_OF_ANOTHER),
        TrustPublishing.renewal(
            after,
            RenewalFixture.sign(house.after(roster, 3, 6), house.kari, house.per),
            trust.at(7)));
  }

  private void refused(TrustFlaw flaw, Dsse document) {
    assertEquals(
        new Refused(flaw), TrustPublishing.renewal(house.documents(), document, trust.at(6)));
  }

  private static TrustDocuments published(Dsse document, TrustDocuments before, Instant at) {
    return assertInstanceOf(Published.class, TrustPublishing.renewal(before, document, at))
        .documents();
  }

  private Roster trusted(TrustDocuments documents, Instant at) {
    return assertInstanceOf(Trusted.class, TrustChain.verify(documents, pin(), 0, at)).roster();
  }

  private Hash pin() {
    return trust.rootSet().payloadHash();
  }
}
