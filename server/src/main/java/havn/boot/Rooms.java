package havn.boot;

import havn.admission.Tickets;
import havn.admission.redis.AdmissionStores;
import havn.alarm.Chats;
import havn.alarm.Watch;
import havn.cluster.Cluster;
import havn.conversation.Conversations;
import havn.conversation.redis.ConversationStores;
import havn.danger.DangerDesk;
import havn.danger.redis.DangerStores;
import havn.duty.Availability;
import havn.duty.Calls;
import havn.duty.DeskSigns;
import havn.duty.DutyDesk;
import havn.duty.Lateness;
import havn.duty.Presences;
import havn.duty.ServiceDesk;
import havn.duty.redis.DutyStores;
import havn.figures.Tally;
import havn.figures.postgres.FigureStores;
import havn.gateway.Gateway;
import havn.gateway.GatewayMeters;
import havn.gateway.House;
import havn.gateway.SocketLimits;
import havn.journal.postgres.JournalStores;
import havn.kernel.time.SystemTime;
import havn.letters.ChatFiles;
import havn.line.Lines;
import havn.line.redis.LineStores;
import havn.login.Sessions;
import havn.login.redis.SessionStores;
import havn.matching.Company;
import havn.matching.Encounters;
import havn.matching.Offering;
import havn.matching.Overtime;
import havn.reminder.StaffCalls;
import havn.reminder.postgres.ReminderStores;
import havn.seal.Hash;
import havn.service.ServiceBook;
import havn.service.postgres.ServiceStores;
import havn.staff.LiveRosterBook;
import havn.staff.TrustStore;
import havn.staff.postgres.StaffStores;
import havn.visit.Erasing;
import havn.visit.Reloading;
import havn.visit.Visits;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;

/// The rooms that both roles use, furnished once per process.
record Rooms(
    ServiceBook services,
    Availability availability,
    Lateness lateness,
    ServiceDesk desk,
    Overtime overtime,
    Tickets tickets,
    Sessions sessions,
    TrustStore trust,
    LiveRosterBook rosters,
    LaterRooms later,
    Erasing erasing,
    Reloading reloading,
    DangerDesk danger,
    Tally tally,
    Cluster cluster,
    Gateway gateway) {

  /// How often services and rosters are read again.
  private static final Duration REFRESH = Duration.ofSeconds(2);

  /// How often what was counted is added to the store.
  private static final Duration FLUSH = Duration.ofSeconds(10);

  static Future<Rooms> furnish(Platform platform) {
    return Cluster.join(platform.vertx(), platform.redis(), SystemTime.wall())
        .compose(cluster -> furnish(platform, cluster));
  }

  private static Future<Rooms> furnish(Platform platform, Cluster cluster) {
    var clock = platform.clock();
    var redis = platform.redis();
    ServiceBook services = new ServiceBook(ServiceStores.in(platform.postgres()));
    TrustStore trust = StaffStores.trust(platform.postgres());
    LiveRosterBook rosters = new LiveRosterBook(trust, pin(platform), clock);
    Lines lines = LineStores.lines(redis);
    Presences presences = DutyStores.presences(redis);
    Tally tally = new Tally(FigureStores.in(platform.postgres()), clock);
    Conversations conversations =
        new CountedConversations(ConversationStores.conversations(redis), tally, clock);
    DeskSigns signs = DutyStores.signs(redis);
    Availability availability = new Availability(services, presences, lines, signs, clock);
    Tickets tickets = AdmissionStores.tickets(redis);
    Sessions sessions = SessionStores.sessions(redis, clock);
    ChatFiles chatFiles = LaterRooms.chatFiles(platform, conversations);
    Calls calls = new StaffCalls(ReminderStores.in(platform.postgres()), clock);
    DangerDesk danger =
        new DangerDesk(DangerStores.calls(redis), conversations, presences, rosters, calls, clock);
    Encounters encounters =
        new Encounters(conversations, lines, chatFiles, danger, presences, clock);
    House house =
        new House(
            services,
            tickets,
            new Visits(
                services,
                availability,
                conversations,
                lines,
                encounters,
                AdmissionStores.passes(redis),
                clock),
            conversations,
            ConversationStores.whispers(redis),
            ConversationStores.reloads(redis),
            lines,
            new Offering(lines, presences, calls, clock),
            encounters,
            new Company(conversations, ConversationStores.memberships(redis), presences, clock),
            danger,
            new DutyDesk(presences, clock),
            LaterRooms.shifts(platform)::rights,
            new WatchedInJournal(JournalStores.journal(platform.postgres()), clock),
            calls,
            sessions,
            rosters,
            clock);
    Gateway gateway =
        new Gateway(
            platform.vertx(),
            house,
            cluster,
            limits(platform),
            new GatewayMeters(platform.meters()),
            platform.settings().addresses().deskOrigins().stream()
                .map(URI::toString)
                .collect(Collectors.toSet()));
    LaterRooms later =
        LaterRooms.furnish(platform, services, rosters, conversations, chatFiles, tally);
    Rooms rooms =
        new Rooms(
            services,
            availability,
            new Lateness(availability, presences, clock),
            new ServiceDesk(services, presences, signs, later.journal(), clock),
            new Overtime(rosters, conversations, presences, signs, clock),
            tickets,
            sessions,
            trust,
            rosters,
            later,
            later.erasing(house, gateway),
            new Reloading(house.visits(), house.reloads(), clock),
            house.danger(),
            tally,
            cluster,
            gateway);
    return services
        .refresh()
        .compose(read -> rosters.refresh())
        .map(read -> rooms.keptFresh(platform));
  }

  /// What people must be told of, also when they look at no console.
  Watch watch(Platform platform) {
    return new Watch(
        services,
        StaffStores.people(platform.postgres(), platform.clock()),
        lateness,
        later.shifts(),
        later.tasks(),
        new Chats(
            danger,
            LineStores.lines(platform.redis()),
            DutyStores.presences(platform.redis()),
            overtime),
        platform.clock());
  }

  private Rooms keptFresh(Platform platform) {
    platform
        .vertx()
        .setPeriodic(
            REFRESH.toMillis(),
            tick -> {
              services.refresh();
              rosters.refresh();
            });
    platform.vertx().setPeriodic(FLUSH.toMillis(), tick -> tally.flush());
    return this;
  }

  private static Optional<Hash> pin(Platform platform) {
    return platform
        .settings()
        .pin()
        .flatMap(text -> Hash.wrap(Base64.getUrlDecoder().decode(text)));
  }

  private static SocketLimits limits(Platform platform) {
    var limits = platform.settings().limits();
    SocketLimits usual = SocketLimits.usual();
    return new SocketLimits(
        limits.connections(),
        limits.outboundFrames(),
        limits.outboundBytes(),
        limits.framesPerSecond(),
        usual.hello(),
        limits.heartbeat());
  }
}
