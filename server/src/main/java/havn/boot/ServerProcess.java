package havn.boot;

import havn.config.ServingRole;
import havn.config.Settings;
import havn.kernel.time.SystemTime;
import havn.letters.postgres.LetterStores;
import havn.management.ManagementPort;
import havn.management.Readiness;
import havn.postgres.Postgres;
import havn.redis.Redis;
import havn.telemetry.Defects;
import havn.telemetry.Meters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.sqlclient.Pool;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A serving process: started in a strict order, stopped in the other.
public final class ServerProcess implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
  private static final Duration STEP = Duration.ofSeconds(30);

  /// How often chats are looked for that nobody is connected to.
  private static final Duration FORSAKEN = Duration.ofMinutes(1);

  private final Settings settings;
  private final Deque<Step> started = new ArrayDeque<>();

  private ServerProcess(Settings settings) {
    this.settings = settings;
  }

  private interface Step {
    Future<Void> stop();
  }

  /// Serves until the process is told to stop. Blocks. A part that does not start ends it with a
  /// sentence, after stopping what had started.
  public static void run(Settings settings) throws Refusal {
    ServerProcess process = start(settings);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  process.close();
                  stopped.countDown();
                },
                "stop"));
    try {
      stopped.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /// Starts everything and returns when it serves.
  public static ServerProcess start(Settings settings) throws Refusal {
    ServerProcess process = new ServerProcess(settings);
    try {
      process.start();
      return process;
    } catch (Refusal refusal) {
      process.close();
      throw refusal;
    }
  }

  private void start() throws Refusal {
    long began = SystemTime.monotonicNanos();
    FreshBuffers.where(settings.roles(), settings.channels().provider());
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));
    vertx.exceptionHandler(defect -> Defects.log("a task", defect));
    started.push(vertx::close);
    Meters meters = new Meters();
    started.push(() -> closed(meters::close));
    Redis redis =
        done("Redis does not answer", Redis.open(vertx, Platform.redisSettings(settings)));
    started.push(() -> closed(redis::close));
    migrate();
    Pool pool = Postgres.pool(vertx, Platform.postgresAddress(settings));
    started.push(pool::close);
    Readiness readiness =
        new Readiness(
            Map.of(
                "redis",
                redis::ping,
                "postgres",
                () -> pool.query("SELECT 1").execute().mapEmpty()));
    var at = settings.listeners();
    var management =
        done(
            "the management port " + at.managementPort() + " cannot be opened",
            ManagementPort.open(
                vertx, at.managementBind(), at.managementPort(), readiness, meters));
    started.push(management::close);
    Platform platform = new Platform(vertx, settings, clock(), redis, pool, meters);
    Rooms rooms = done("the rooms cannot be furnished", Rooms.furnish(platform));
    started.push(rooms.cluster()::leave);
    started.push(rooms.tally()::flush);
    started.push(Reaper.start(platform, rooms.later(), LetterStores.expiry(pool))::close);
    long forsaken = Rounds.every(vertx, FORSAKEN, rooms.gateway()::endForsaken);
    started.push(() -> closed(() -> vertx.cancelTimer(forsaken)));
    long silent = Rounds.every(vertx, FORSAKEN, rooms.gateway()::easeSilent);
    started.push(() -> closed(() -> vertx.cancelTimer(silent)));
    for (ServingRole role : settings.roles()) {
      Serving serving = done(cannotStart(role), start(role, platform, rooms));
      started.push(serving::close);
    }
    started.push(rooms.gateway()::drain);
    readiness.open();
    started.push(() -> closed(readiness::close));
    announce(began);
  }

  private static Future<Serving> start(ServingRole role, Platform platform, Rooms rooms) {
    return switch (role) {
      case VISITOR -> VisitorRole.start(platform, rooms);
      case DESK -> DeskRole.start(platform, rooms);
      case CHANNELS -> ChannelsRole.start(platform, rooms);
    };
  }

  private String cannotStart(ServingRole role) {
    var at = settings.listeners();
    return switch (role) {
      case VISITOR -> "the public port " + at.publicPort() + " cannot be opened";
      case DESK -> "the desk port " + at.deskPort() + " cannot be opened";
      case CHANNELS -> "the channels on port " + at.channelsPort() + " cannot be started";
    };
  }

  /// Lets everybody leave, then stops part by part. Blocks for at most the drain limit and some
  /// seconds.
  @Override
  public void close() {
    LOG.info("stopping");
    while (!started.isEmpty()) {
      quietly(started.pop().stop(), STEP);
    }
    LOG.info("stopped");
  }

  private InstantSource clock() throws Refusal {
    try {
      return settings.clock();
    } catch (IllegalArgumentException | UncheckedIOException unreadable) {
      throw new Refusal("demo-clock does not name the file of a demonstration's clock");
    }
  }

  private void migrate() throws Refusal {
    try {
      int applied = Postgres.migrate(Platform.postgresAddress(settings));
      LOG.atInfo().addKeyValue("migrations", applied).log("schema is up to date");
    } catch (RuntimeException failure) {
      LOG.atDebug().setCause(failure).log("schema");
      throw new Refusal(
          "PostgreSQL does not answer at "
              + Platform.postgresAddress(settings)
              + ", or its schema is not ours; check postgres.* in the settings");
    }
  }

  private void announce(long began) {
    String stores =
        switch (settings.stores().kind()) {
          case EMBEDDED -> "embedded stores, for demo and tests only";
          case SERVERS -> "store servers";
        };
    LOG.atInfo()
        .addKeyValue(
            "roles",
            settings.roles().stream()
                .map(ServingRole::printed)
                .sorted()
                .collect(Collectors.joining(",")))
        .addKeyValue("stores", settings.stores().kind().name().toLowerCase(Locale.ROOT))
        .addKeyValue("demo", settings.demo())
        .addKeyValue("port", settings.listeners().portBase())
        .addKeyValue("ms", (SystemTime.monotonicNanos() - began) / 1_000_000)
        .log("serving on {}", stores);
  }

  private static Future<Void> closed(Runnable close) {
    close.run();
    return Future.succeededFuture();
  }

  private static <T> T done(String otherwise, Future<T> future) throws Refusal {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(STEP.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      throw new Refusal(otherwise + ": " + cause.getMessage());
    } catch (TimeoutException late) {
      throw new Refusal(otherwise + " within " + STEP.toSeconds() + " s");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted while starting");
    }
  }

  private static void quietly(Future<Void> future, Duration limit) {
    try {
      future.toCompletionStage().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      LOG.warn("a part did not stop in order");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
