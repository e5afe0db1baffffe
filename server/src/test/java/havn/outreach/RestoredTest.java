package havn.outreach;

import static havn.Eventually.get;
import static havn.outreach.OutreachForTests.NUMBER;
import static havn.outreach.OutreachForTests.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.correspondence.OptOutStore;
import havn.correspondence.Silence;
import havn.correspondence.postgres.CorrespondenceStores;
import havn.courtesy.Occasion;
import havn.courtesy.Permission;
import havn.courtesy.Permission.Why;
import havn.kernel.id.CampaignId;
import havn.kernel.id.ContactId;
import havn.kernel.secret.Randomness;
import havn.postgres.backup.Backup;
import havn.postgres.backup.Omission;
import havn.postgres.backup.Restore;
import io.vertx.sqlclient.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What services may do after a restore, which cannot know what was done since the backup.
class RestoredTest {

  private static final String SECOND = "+4741234599";

  @TempDir Path dir;
  private OutreachForTests house;
  private ContactId card = ContactId.fresh();

  @BeforeEach
  void open() throws Exception {
    house = new OutreachForTests();
    for (Row row : get(house.pool.query("SELECT now() AS now").execute())) {
      house.now = row.getOffsetDateTime("now").toInstant();
    }
    card = imported(Optional.empty(), NUMBER);
    house.does(house.ola, card, new CardAct.Take());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void nobodyIsWrittenToFirstWhomTheServiceMayHaveWrittenToSince() throws Exception {
    restores();
    assertEquals(silent(), house.listed(card).outlook().may());
    ContactId later = imported(Optional.empty(), SECOND);
    assertEquals(silent(), house.listed(later).outlook().may(), "its card came since");
    house.does(house.ola, card, new CardAct.GiveBack());
    assertEquals(Optional.empty(), house.next(house.kari));
    house.later(Duration.ofDays(160));
    assertEquals(silent(), house.listed(later).outlook().may());
    house.later(Duration.ofDays(20));
    assertMay(later);
  }

  @Test
  void whoWritesAfterwardsIsSomebodyAgain() throws Exception {
    restores();
    house.later(Duration.ofMinutes(1));
    house.hears(NUMBER);
    assertMay(card);
  }

  @Test
  void aCoordinatorEndsItAndWhoWasWrittenToBeforeTheBackupStaysSo() throws Exception {
    ContactId called = imported(Optional.empty(), SECOND);
    house.does(house.ola, called, new CardAct.Take());
    assertTrue(house.does(house.ola, called, new CardAct.Called(0)));
    restores();
    Silence silence =
        new Silence(CorrespondenceStores.silence(house.pool), house.journal, house.clock);
    assertEquals(silent(), house.listed(card).outlook().may());
    assertTrue(get(silence.until()).orElseThrow().isAfter(house.now.plus(Duration.ofDays(179))));
    assertTrue(get(silence.end(house.kari.id())));
    assertMay(card);
    assertEquals(Stage.CONTACTED, house.listed(called).outlook().stage());
    assertEquals(Optional.empty(), get(silence.until()));
    assertFalse(get(silence.end(house.kari.id())), "once");
    assertEquals(1, house.acts("outreach.again"));
  }

  @Test
  void after180DaysThereIsNoSilenceToEnd() throws Exception {
    restores();
    Silence silence =
        new Silence(CorrespondenceStores.silence(house.pool), house.journal, house.clock);
    house.later(Duration.ofDays(181));
    assertEquals(Optional.empty(), get(silence.until()));
    assertFalse(get(silence.end(house.kari.id())));
  }

  @Test
  void noYesStandsThatMayHaveBeenTakenBackSinceAndNoListBringsIt() throws Exception {
    house.templates = true;
    LocalDate today = LocalDate.ofInstant(house.now, ZoneId.of("Europe/Oslo"));
    assertTrue(house.does(house.ola, card, new CardAct.Consented(Consent.How.TOLD, today)));
    restores();
    assertEquals(Optional.empty(), house.listed(card).card().consent());
    ContactId listed = imported(Optional.of(today), SECOND);
    assertEquals(Optional.empty(), house.listed(listed).card().consent());
    assertFalse(yes(today.minusDays(1)), "it may have been taken back since");
    assertTrue(yes(today), "they said so again");
  }

  @Test
  void noCampaignGoesOn() throws Exception {
    CampaignId id = CampaignId.fresh();
    get(house.campaigns.propose(house.kari.id(), SERVICE, id, Set.of(card)));
    restores();
    assertEquals(1, house.rows("campaign WHERE state = 'stopped'"));
    assertEquals(1, house.rows("campaign"));
  }

  @Test
  void aStoreThatWasNeverUsedIsNoneThatLacksItsOptOuts() throws Exception {
    restores();
    assertFalse(get(((OptOutStore) house.optOuts).used()));
  }

  @Test
  void aSecondRestoreCountsFromItsOwnMoment() throws Exception {
    restores();
    get(house.pool.query("UPDATE begun SET at = at - interval '100 days'").execute());
    restores();
    assertEquals(2, house.rows("begun WHERE at > now() - interval '1 day'"));
  }

  /// The database as it was saved now, in the place of the one that is there.
  private void restores() throws Exception {
    Path file = dir.resolve(CampaignId.fresh().hashCode() + ".backup");
    Backup.write(house.database.address, file, Omission.standard());
    get(house.pool.query("DROP SCHEMA public CASCADE").execute());
    get(house.pool.query("CREATE SCHEMA public").execute());
    Restore.read(house.database.address, file);
  }

  private static Outlook.May silent() {
    return new Outlook.Begin(Occasion.REMINDER, new Permission.Never(Why.REMINDED));
  }

  private void assertMay(ContactId id) {
    var may = assertInstanceOf(Outlook.Begin.class, house.listed(id).outlook().may());
    assertEquals(Occasion.FIRST, may.occasion());
    assertFalse(may.permission() instanceof Permission.Never, may.toString());
  }

  private boolean yes(LocalDate day) {
    house.does(house.ola, card, new CardAct.Take());
    return house.does(house.ola, card, new CardAct.Consented(Consent.How.TOLD, day));
  }

  private ContactId imported(Optional<LocalDate> said, String number) {
    LocalDate ends = LocalDate.ofInstant(house.now, ZoneId.of("Europe/Oslo")).plusDays(300);
    var batch = new CardStore.Batch(SERVICE, Randomness.bytes(16), CardStore.Source.ADVERT, ends);
    Intake.Fresh fresh = OutreachForTests.fresh(number);
    var given = said.map(day -> new Consent.Given(day, Consent.How.FORM, house.kari.id()));
    var one =
        new Intake.Fresh(
            fresh.id(), fresh.face(), fresh.sealed(), fresh.written(), fresh.adverts(), given);
    assertInstanceOf(
        Intake.Done.class, get(house.intake.keep(house.kari.id(), batch, List.of(one))));
    return fresh.id();
  }
}
