package havn.boot;

import havn.channel.Channel;
import havn.channel.Hook;
import havn.channel.Outbox;
import havn.channel.PhoneTags;
import havn.channel.RoleKeys;
import havn.channel.Sender;
import havn.channel.Told;
import havn.channel.Work;
import havn.channelhttp.Inlet;
import havn.channelhttp.OutreachParts;
import havn.config.ProviderKind;
import havn.correspondence.Carried;
import havn.correspondence.CorrespondenceStore;
import havn.correspondence.CountedReleases;
import havn.correspondence.LoggedReleases;
import havn.correspondence.MemoryKey;
import havn.correspondence.OptOutLog;
import havn.correspondence.OptOutsHeard;
import havn.correspondence.Pace;
import havn.correspondence.ProvidersList;
import havn.correspondence.Receiving;
import havn.correspondence.Release;
import havn.correspondence.ReleaseWording;
import havn.correspondence.Releasing;
import havn.correspondence.Replies;
import havn.correspondence.Silence;
import havn.correspondence.Standings;
import havn.correspondence.TeamSeal;
import havn.correspondence.Terms;
import havn.correspondence.ThreadStore;
import havn.correspondence.Threads;
import havn.correspondence.postgres.CorrespondenceStores;
import havn.courtesy.Manners;
import havn.figures.Tally;
import havn.hours.PublicHolidays;
import havn.kernel.id.ServiceId;
import havn.kernel.time.SystemTime;
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
import havn.service.Audience;
import havn.service.Service;
import havn.service.ServiceBook;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the role channels writes to people with, furnished once per process.
final class Correspondents {

  private static final Duration LIFE_SIGN = Duration.ofSeconds(60);
  private static final Duration REMEMBERED = Duration.ofDays(8);

  private final MemoryKey memory = new MemoryKey();
  private final CorrespondenceStore store;
  private final PhoneTags tags;
  private final OptOutLog optOuts;
  private final Outbox<Release> outbox;
  private final Pool pool;
  private final Tally tally;
  private final Function<ServiceId, Manners> manners;
  private final Work work;
  private final Receiving receiving;
  private final Threads threads;
  private final OutreachRoom room;
  private final ProvidersList list;
  private final Silence silence;
  private final Pace pace = new Pace();
  private final InstantSource clock;

  Correspondents(Platform platform, Rooms rooms, RoleKeys keys) {
    this.pool = platform.postgres();
    this.clock = platform.clock();
    this.tally = rooms.tally();
    ServiceBook services = rooms.services();
    this.manners = id -> services.find(id).map(Service::manners).orElse(Manners.UNKNOWN);
    this.work = new Workers(platform.vertx());
    // Of a service that this process does not know nothing is begun, and nothing can be looked up.
    Function<ServiceId, Audience> audience =
        id -> services.find(id).map(Service::audience).orElse(Audience.SELLERS);
    this.tags = new PhoneTags(keys, work, audience);
    TeamSeal seal = new TeamSeal(rooms.later().letters().keys(), rooms.rosters(), work, clock);
    Function<ServiceId, Terms> terms =
        id -> Providers.terms(platform.settings().channels(), id, manners.apply(id));
    Standings standings = CorrespondenceStores.standings(pool, terms);
    this.optOuts = new OptOutLog(log(platform), CorrespondenceStores.optOuts(pool), work);
    this.store = CorrespondenceStores.in(pool, terms);
    Releasing releasing = new Releasing(store, seal, memory, rooms.later().journal(), clock);
    Senders senders = new Senders(services, platform.settings().addresses().publicUrl());
    var failed = platform.meters().count("havn.texts.replies.failed");
    Replies replies = new Replies(releasing, senders::find, failure -> failed.one());
    this.receiving = new Receiving(store, optOuts, replies, seal, tags, tally::count, clock);
    ThreadStore open = CorrespondenceStores.threads(pool);
    this.threads =
        new Threads(open, standings, optOuts, releasing, tags, rooms.later().journal(), clock);
    this.list = new ProvidersList(optOuts, tags, rooms.later().journal(), clock);
    Shelves shelves = OutreachStores.in(pool);
    var journal = rooms.later().journal();
    this.silence = new Silence(CorrespondenceStores.silence(pool), journal, clock);
    Cards cards =
        new Cards(shelves.cards(), standings, optOuts, open, journal, tally::count, clock);
    this.room =
        new OutreachRoom(
            new Intake(shelves.cards(), standings, tags, journal, clock),
            cards,
            new Beginnings(shelves, standings, releasing, pace, tags, senders, clock),
            new Campaigns(shelves.campaigns(), cards, new CampaignTexts(senders), journal, clock),
            new Resealing(shelves.seals(), rooms.later().letters().keys(), journal, clock),
            new Sweep(shelves.cards()),
            senders);
    this.outbox = CorrespondenceStores.outbox(pool, memory, tags, Carried.ALL, manners);
  }

  OutreachParts parts(Map<String, Hook> hooks, Function<String, Set<ServiceId>> carried) {
    return new OutreachParts(
        threads, room, pace, list, silence, new Inlet(hooks, carried, receiving::told));
  }

  /// Keeps what a provider tells that carries these services. One that carries several cannot say
  /// which over a connection of ours: of its texts only a stop counts.
  Future<Void> told(ProviderKind from, Set<ServiceId> carried, List<Told> told) {
    Optional<ServiceId> only =
        carried.size() == 1 ? carried.stream().findFirst() : Optional.empty();
    return receiving.told(new Receiving.Inbox(from.printed(), only), told);
  }

  private static Path log(Platform platform) {
    Path keys = platform.settings().channels().keyFile().orElseThrow();
    return keys.resolveSibling(keys.getFileName() + ".opt-outs");
  }

  /// Learns who said stop since a backup that the store may have come from. Nobody is written to
  /// before.
  Future<Void> ready() {
    return optOuts.play().compose(played -> calendar()).compose(read -> alive());
  }

  /// The first question about a holiday takes 0.4 s, which no event loop has.
  private Future<Boolean> calendar() {
    return work.off(() -> PublicHolidays.on(LocalDate.ofInstant(clock.instant(), SystemTime.OSLO)));
  }

  /// Says that this process lives, so that nobody else ends what it sealed.
  Future<Void> alive() {
    return store.alive(memory.id(), clock.instant().plus(LIFE_SIGN));
  }

  /// Writes opt-outs that could not be written to their file.
  Future<Void> settled() {
    return optOuts.settled();
  }

  /// One round for each provider.
  List<Supplier<Future<Integer>>> sending(Providers providers, Sender.Heard heard) {
    return providers.kinds().stream()
        .<Supplier<Future<Integer>>>map(
            kind -> {
              var waiting =
                  CorrespondenceStores.outbox(pool, memory, tags, providers.carried(kind), manners);
              Sender<Release> sender =
                  new Sender<>(
                      new OptOutsHeard(providers.channel(kind), optOuts, tags, clock),
                      new LoggedReleases(new CountedReleases(waiting, tally), optOuts),
                      new ReleaseWording(),
                      heard,
                      clock,
                      Duration.ofSeconds(Channel.SECONDS));
              return sender::round;
            })
        .toList();
  }

  Future<Integer> sweep() {
    return store
        .forget(clock.instant())
        .compose(gone -> outbox.forget(clock.instant().minus(REMEMBERED)).map(more -> gone + more))
        .compose(gone -> room.sweep().round(clock.instant()).map(more -> gone + more));
  }
}
