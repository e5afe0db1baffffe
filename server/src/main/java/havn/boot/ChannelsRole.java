package havn.boot;

import havn.alarm.Watch;
import havn.channel.Channel;
import havn.channel.Outbox;
import havn.channel.RoleKeys;
import havn.channel.Sender;
import havn.channelhttp.ChannelHttp;
import havn.channelhttp.ChannelParts;
import havn.channelhttp.OutreachParts;
import havn.config.ProviderKind;
import havn.config.Settings;
import havn.correspondence.Release;
import havn.courtesy.Occasion;
import havn.http.SessionGate;
import havn.kernel.id.ServiceId;
import havn.login.ConsoleOrigin;
import havn.reminder.Alarming;
import havn.reminder.Kind;
import havn.reminder.Planning;
import havn.reminder.ReminderStore;
import havn.reminder.Reminders;
import havn.reminder.SealedFor;
import havn.reminder.StaffText;
import havn.reminder.Words;
import havn.reminder.postgres.ReminderStores;
import havn.service.Service;
import havn.staff.postgres.StaffStores;
import havn.telemetry.Meters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// SMS and other plain channels: the only role that holds phone numbers and texts. Without a
/// provider it does nothing and opens no port.
final class ChannelsRole implements Serving {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelsRole.class);
  private static final Duration SEND = Duration.ofSeconds(1);
  private static final Duration PLAN = Duration.ofSeconds(30);
  private static final Duration LIFE_SIGN = Duration.ofSeconds(15);
  private static final Duration SWEEP = Duration.ofMinutes(10);

  /// What is shown as not delivered ended at most 7 days ago; a name is remembered for longer than
  /// what it is about.
  private static final Duration REMEMBERED = Duration.ofDays(8);

  private final Optional<HttpPort> port;
  private final Optional<Providers> providers;
  private final Vertx vertx;
  private final List<Long> timers;

  private ChannelsRole(
      Optional<HttpPort> port, Optional<Providers> providers, Vertx vertx, List<Long> timers) {
    this.port = port;
    this.providers = providers;
    this.vertx = vertx;
    this.timers = List.copyOf(timers);
  }

  static Future<Serving> start(Platform platform, Rooms rooms) {
    Settings settings = platform.settings();
    if (settings.channels().provider() == ProviderKind.NONE) {
      return Future.succeededFuture(
          new ChannelsRole(Optional.empty(), Optional.empty(), platform.vertx(), List.of()));
    }
    try {
      return start(platform, rooms, RoleKeys.read(settings.channels().keyFile().orElseThrow()));
    } catch (RoleKeys.Unusable unusable) {
      return Future.failedFuture("channels.key-file: " + unusable.getMessage());
    }
  }

  private static Future<Serving> start(Platform platform, Rooms rooms, RoleKeys keys) {
    var at = platform.settings().listeners();
    ReminderStore store = ReminderStores.in(platform.postgres());
    Correspondents people = new Correspondents(platform, rooms, keys);
    Providers providers = providers(platform, rooms, people);
    Set<ServiceId> told = carried(platform.settings().channels(), rooms, "smpp");
    if (providers.kinds().contains(ProviderKind.SMPP) && told.size() > 1) {
      return Future.failedFuture(
          "channels.services: smpp cannot say which service a text is for, and "
              + told.size()
              + " use it; leave it to one, and name another provider or none for the others");
    }
    Staff staff = new Staff(store, keys, providers, new Ended(platform.meters()));
    return people
        .ready()
        .compose(
            alive ->
                ChannelHttp.load(
                    platform.vertx(),
                    parts(
                        platform,
                        rooms,
                        new Reminders(store, keys, platform.clock()),
                        people.parts(
                            providers.hooks(),
                            named -> carried(platform.settings().channels(), rooms, named)))))
        .compose(
            http ->
                HttpPort.open(
                    platform.vertx(),
                    at.bind(),
                    at.channelsPort(),
                    new HttpPort.Bounds(platform.settings().limits().connections()),
                    () -> new HttpPort.Parts(http.router())))
        .map(port -> started(platform, rooms, staff, people, port));
  }

  private static ChannelParts parts(
      Platform platform, Rooms rooms, Reminders reminders, OutreachParts people) {
    return new ChannelParts(
        platform.settings().addresses().deskOrigins().stream()
            .map(origin -> new ConsoleOrigin(origin.toString()))
            .toList(),
        new SessionGate(
            rooms.sessions(),
            StaffStores.devices(platform.postgres()),
            rooms.rosters(),
            platform.clock()),
        reminders,
        Optional.of(people),
        platform.clock());
  }

  /// What staff are reminded with.
  private record Staff(ReminderStore store, RoleKeys keys, Providers providers, Ended ended) {}

  private static Serving started(
      Platform platform, Rooms rooms, Staff staff, Correspondents people, HttpPort port) {
    Vertx vertx = platform.vertx();
    SealedFor sealed = new SealedFor(staff.keys());
    staff.providers().start();
    Outbox<StaffText> outbox = ReminderStores.outbox(platform.postgres(), sealed);
    Watch watch = rooms.watch(platform);
    Sender<StaffText> sender =
        new Sender<>(
            staff.providers().standard().orElseThrow(),
            outbox,
            new Words(staff.store(), rooms.later().shifts(), watch, sealed),
            staff.ended(),
            platform.clock(),
            Duration.ofSeconds(Channel.SECONDS));
    Planning planning = new Planning(staff.store(), rooms.later().shifts(), platform.clock());
    List<Long> timers = new ArrayList<>();
    timers.add(Rounds.every(vertx, SEND, sender::round));
    people
        .sending(staff.providers(), staff.ended())
        .forEach(round -> timers.add(Rounds.every(vertx, SEND, round)));
    timers.add(Rounds.every(vertx, LIFE_SIGN, () -> people.alive().map(0)));
    timers.add(Rounds.every(vertx, LIFE_SIGN, () -> people.settled().map(0)));
    timers.add(Rounds.every(vertx, PLAN, () -> planning.round(services(rooms))));
    Alarming alarming = new Alarming(staff.store(), watch, platform.clock());
    timers.add(Rounds.every(vertx, PLAN, alarming::round));
    timers.add(Rounds.every(vertx, SWEEP, people::sweep));
    timers.add(
        Rounds.every(
            vertx, SWEEP, () -> outbox.forget(platform.clock().instant().minus(REMEMBERED))));
    return new ChannelsRole(Optional.of(port), Optional.of(staff.providers()), vertx, timers);
  }

  private static Set<ServiceId> services(Rooms rooms) {
    return rooms.services().all().stream().map(Service::id).collect(Collectors.toSet());
  }

  /// Keeps what comes over a connection of ours; it comes again when it cannot be kept.
  private static Providers providers(Platform platform, Rooms rooms, Correspondents people) {
    Settings.Channels settings = platform.settings().channels();
    return Providers.of(
        platform.vertx(),
        settings,
        platform.clock(),
        (from, told) -> people.told(from, carried(settings, rooms, from.printed()), told));
  }

  /// The services that use the provider with this name.
  private static Set<ServiceId> carried(Settings.Channels settings, Rooms rooms, String provider) {
    return services(rooms).stream()
        .filter(
            id ->
                settings
                    .services()
                    .getOrDefault(id, settings.provider())
                    .printed()
                    .equals(provider))
        .collect(Collectors.toSet());
  }

  /// Counts what became of texts, by kind and end.
  private static final class Ended implements Sender.Heard {

    private final Map<String, Meters.Count> counts = new TreeMap<>();

    private final Meters.Count failures;

    Ended(Meters meters) {
      failures = meters.count("havn.texts.failures");
      for (String purpose : purposes()) {
        for (Outbox.End end : Outbox.End.values()) {
          counts.put(
              name(purpose, end),
              meters.count(
                  "havn.texts", "kind", purpose, "end", end.name().toLowerCase(Locale.ROOT)));
        }
      }
    }

    /// Of texts to staff and to people.
    private static List<String> purposes() {
      return Stream.concat(
              Arrays.stream(Kind.values()).map(Kind::printed),
              Arrays.stream(Occasion.values()).map(Release::printed))
          .toList();
    }

    @Override
    public void failed(String purpose, Throwable why) {
      failures.one();
      LOG.atWarn().addKeyValue("kind", why.getClass().getSimpleName()).log("a text waits");
    }

    @Override
    public void ended(String purpose, Outbox.End end) {
      Optional.ofNullable(counts.get(name(purpose, end))).ifPresent(Meters.Count::one);
    }

    private static String name(String purpose, Outbox.End end) {
      return purpose + " " + end;
    }
  }

  @Override
  public Future<Void> close() {
    for (long timer : timers) {
      vertx.cancelTimer(timer);
    }
    return port.map(HttpPort::close)
        .orElseGet(Future::succeededFuture)
        .eventually(() -> providers.map(Providers::close).orElseGet(Future::succeededFuture));
  }
}
