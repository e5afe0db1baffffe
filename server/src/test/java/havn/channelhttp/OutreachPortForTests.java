package havn.channelhttp;

import static havn.Eventually.get;

import havn.channel.AtOnce;
import havn.channel.KeysForTests;
import havn.channel.PhoneTags;
import havn.channel.RoleKeys;
import havn.correspondence.MemoryKey;
import havn.correspondence.OptOuts;
import havn.correspondence.Pace;
import havn.correspondence.ProvidersList;
import havn.correspondence.Releasing;
import havn.correspondence.Silence;
import havn.correspondence.Standings;
import havn.correspondence.TeamSeal;
import havn.correspondence.Terms;
import havn.correspondence.Threads;
import havn.correspondence.postgres.CorrespondenceStores;
import havn.courtesy.Manners;
import havn.deskhttp.DeskForTests;
import havn.deskhttp.LettersForTests;
import havn.http.Asking;
import havn.http.SessionGate;
import havn.journal.Journal;
import havn.journal.postgres.JournalStores;
import havn.letters.MailboxKeyStore;
import havn.letters.MailboxKeys;
import havn.letters.postgres.LetterStores;
import havn.login.ConsoleOrigin;
import havn.outreach.Beginnings;
import havn.outreach.CampaignTexts;
import havn.outreach.Campaigns;
import havn.outreach.Cards;
import havn.outreach.Intake;
import havn.outreach.OutreachRoom;
import havn.outreach.Resealing;
import havn.outreach.Senders;
import havn.outreach.Shelves;
import havn.outreach.Sweep;
import havn.outreach.postgres.OutreachStores;
import havn.reminder.Reminders;
import havn.reminder.postgres.ReminderStores;
import havn.service.Audience;
import havn.service.ServiceBook;
import havn.service.postgres.ServiceStores;
import havn.staff.DeviceStore;
import havn.staff.RosterBook;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The port of the channels beside a desk with rostered people of Pro Mann and Nadheim, on a Friday
/// at 13:00 in Oslo.
final class OutreachPortForTests implements AutoCloseable {

  static final InstantSource CLOCK = DeskForTests.CLOCK;

  final LettersForTests people = new LettersForTests();
  final Pool pool;
  private final HttpServer server;

  OutreachPortForTests() throws Exception {
    RoleKeys keys = KeysForTests.fresh();
    Pool[] opened = new Pool[1];
    server =
        people.desk.besides(
            (vertx, pool, sessions, devices, rosters) -> {
              opened[0] = pool;
              return ChannelHttp.load(
                      vertx,
                      new ChannelParts(
                          List.of(new ConsoleOrigin(DeskForTests.ORIGIN)),
                          new SessionGate(sessions, devices, rosters, CLOCK),
                          new Reminders(ReminderStores.in(pool), keys, CLOCK),
                          Optional.of(outreach(pool, keys, devices, rosters)),
                          CLOCK))
                  .map(ChannelHttp::router);
            });
    pool = opened[0];
    state(people.ola);
  }

  private static OutreachParts outreach(
      Pool pool, RoleKeys keys, DeviceStore devices, RosterBook rosters) {
    PhoneTags tags = new PhoneTags(keys, new AtOnce(), service -> Audience.SELLERS);
    Terms terms = Terms.plain(Manners.DEFAULT);
    Standings standings = CorrespondenceStores.standings(pool, service -> terms);
    OptOuts optOuts = CorrespondenceStores.optOuts(pool);
    Journal journal = JournalStores.journal(pool);
    MailboxKeys mailboxKeys = new MailboxKeys(LetterStores.keys(pool), devices, rosters, CLOCK);
    Releasing releasing =
        new Releasing(
            CorrespondenceStores.in(pool, service -> terms),
            new TeamSeal(mailboxKeys, rosters, new AtOnce(), CLOCK),
            new MemoryKey(),
            journal,
            CLOCK);
    ServiceBook services = new ServiceBook(ServiceStores.in(pool));
    get(services.refresh());
    Senders senders = new Senders(services, URI.create("https://hjelp.example"));
    Shelves shelves = OutreachStores.in(pool);
    Cards cards =
        new Cards(
            shelves.cards(),
            standings,
            optOuts,
            CorrespondenceStores.threads(pool),
            journal,
            (service, what) -> {},
            CLOCK);
    Pace pace = new Pace();
    return new OutreachParts(
        new Threads(
            CorrespondenceStores.threads(pool),
            standings,
            optOuts,
            releasing,
            tags,
            journal,
            CLOCK),
        new OutreachRoom(
            new Intake(shelves.cards(), standings, tags, journal, CLOCK),
            cards,
            new Beginnings(shelves, standings, releasing, pace, tags, senders, CLOCK),
            new Campaigns(shelves.campaigns(), cards, new CampaignTexts(senders), journal, CLOCK),
            new Resealing(shelves.seals(), mailboxKeys, journal, CLOCK),
            new Sweep(shelves.cards()),
            senders),
        pace,
        new ProvidersList(optOuts, tags, journal, CLOCK),
        new Silence(CorrespondenceStores.silence(pool), journal, CLOCK),
        new Inlet(Map.of(), named -> Set.of(), (inbox, told) -> Future.succeededFuture()));
  }

  /// That somebody's device has a key to which texts are sealed.
  private void state(LettersForTests.Person person) {
    Instant now = CLOCK.instant();
    byte[] payload = person.console.mailboxStatement(Duration.ZERO, Duration.ofDays(7));
    get(
        LetterStores.keys(pool)
            .put(
                new MailboxKeyStore.Stated(
                    person.console.id,
                    payload,
                    person.console.signed(payload),
                    now,
                    now.plus(Duration.ofDays(7)))));
  }

  /// A page of somebody whose device is in the list.
  Asking page(LettersForTests.Person person) {
    return person.page(port());
  }

  int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    get(server.close());
    people.close();
  }
}
