package havn.boot;

import havn.channel.Channel;
import havn.channel.Outbox;
import havn.channel.RoleKeys;
import havn.channel.Sender;
import havn.channelhttp.ChannelHttp;
import havn.channelhttp.ChannelParts;
import havn.config.ProviderKind;
import havn.config.Settings;
import havn.http.SessionGate;
import havn.kernel.id.ServiceId;
import havn.login.ConsoleOrigin;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// SMS and other plain channels: the only role that holds phone numbers and texts. Without a
/// provider it does nothing and opens no port.
final class ChannelsRole implements Serving {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelsRole.class);
  private static final Duration SEND = Duration.ofSeconds(1);
  private static final Duration PLAN = Duration.ofSeconds(30);
  private static final Duration SWEEP = Duration.ofMinutes(10);

  /// What is shown as not delivered ended at most 7 days ago; a name is remembered for longer than
  /// what it is about.
  private static final Duration REMEMBERED = Duration.ofDays(8);

  private final Optional<HttpPort> port;
  private final Optional<Providers> providers;
  private final Vertx vertx;
  private final long[] timers;

  private ChannelsRole(
      Optional<HttpPort> port, Optional<Providers> providers, Vertx vertx, long... timers) {
    this.port = port;
    this.providers = providers;
    this.vertx = vertx;
    this.timers = timers;
  }

  static Future<Serving> start(Platform platform, Rooms rooms) {
    Settings settings = platform.settings();
    if (settings.channels().provider() == ProviderKind.NONE) {
      return Future.succeededFuture(
          new ChannelsRole(Optional.empty(), Optional.empty(), platform.vertx()));
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
    return ChannelHttp.load(platform.vertx(), parts(platform, rooms, store, keys))
        .compose(
            http ->
                HttpPort.open(
                    platform.vertx(),
                    at.bind(),
                    at.channelsPort(),
                    () -> new HttpPort.Parts(http.router())))
        .map(port -> started(platform, rooms, store, keys, port));
  }

  private static ChannelParts parts(
      Platform platform, Rooms rooms, ReminderStore store, RoleKeys keys) {
    return new ChannelParts(
        platform.settings().addresses().deskOrigins().stream()
            .map(origin -> new ConsoleOrigin(origin.toString()))
            .toList(),
        new SessionGate(
            rooms.sessions(),
            StaffStores.devices(platform.postgres()),
            rooms.rosters(),
            platform.clock()),
        new Reminders(store, keys, platform.clock()),
        platform.clock());
  }

  private static Serving started(
      Platform platform, Rooms rooms, ReminderStore store, RoleKeys keys, HttpPort port) {
    Vertx vertx = platform.vertx();
    SealedFor sealed = new SealedFor(keys);
    Providers providers = providers(platform);
    providers.start();
    Outbox<StaffText> outbox = ReminderStores.outbox(platform.postgres(), sealed);
    Sender<StaffText> sender =
        new Sender<>(
            providers.standard().orElseThrow(),
            outbox,
            new Words(rooms.later().shifts(), sealed),
            new Ended(platform.meters()),
            platform.clock(),
            Duration.ofSeconds(Channel.SECONDS));
    Planning planning = new Planning(store, rooms.later().shifts(), platform.clock());
    return new ChannelsRole(
        Optional.of(port),
        Optional.of(providers),
        vertx,
        Rounds.every(vertx, SEND, sender::round),
        Rounds.every(vertx, PLAN, () -> planning.round(services(rooms))),
        Rounds.every(
            vertx, SWEEP, () -> outbox.forget(platform.clock().instant().minus(REMEMBERED))));
  }

  private static Set<ServiceId> services(Rooms rooms) {
    return rooms.services().all().stream().map(Service::id).collect(Collectors.toSet());
  }

  /// Nothing is kept yet of what comes over a connection; it comes again.
  private static Providers providers(Platform platform) {
    return Providers.of(
        platform.vertx(),
        platform.settings().channels(),
        platform.clock(),
        (from, told) -> Future.failedFuture("nobody keeps it"));
  }

  /// Counts what became of texts, by kind and end.
  private static final class Ended implements Sender.Heard {

    private final Map<String, Meters.Count> counts = new TreeMap<>();

    private final Meters.Count failures;

    Ended(Meters meters) {
      failures = meters.count("havn.texts.failures");
      for (Kind kind : Kind.values()) {
        for (Outbox.End end : Outbox.End.values()) {
          counts.put(
              name(kind.printed(), end),
              meters.count(
                  "havn.texts",
                  "kind",
                  kind.printed(),
                  "end",
                  end.name().toLowerCase(Locale.ROOT)));
        }
      }
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
