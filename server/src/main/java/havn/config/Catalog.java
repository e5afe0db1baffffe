package havn.config;

import havn.kernel.secret.Password;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Every setting there is.
final class Catalog {

  static final Setting<Boolean> DEMO =
      new Setting<>("demo", Kind.SWITCH, "false", "Marks everything as a demonstration.");
  static final Setting<Path> DEMO_CLOCK =
      new Setting<>(
          "demo-clock",
          Kind.FILE,
          "",
          "File of a demonstration's clock, which may run faster; without it the machine's.");
  static final Setting<Set<ServingRole>> ROLES =
      new Setting<>("roles", Kind.ROLES, "visitor,desk,channels", "What this process does.");
  static final Setting<String> BIND =
      new Setting<>("bind", Kind.HOST, "127.0.0.1", "Where the public and the desk port listen.");
  static final Setting<String> MANAGEMENT_BIND =
      new Setting<>(
          "management-bind", Kind.HOST, "127.0.0.1", "Where the management port listens.");
  static final Setting<Integer> PORT_BASE =
      new Setting<>(
          "port-base",
          Kind.number(1, 65_529),
          "8080",
          "First of the ports: + 0 public, + 1 desk, + 2 management, + 6 channels.");
  static final Setting<Integer> MANAGEMENT_PORT =
      new Setting<>(
          "management-port",
          Kind.number(1, 65_535),
          "",
          "The management port; without it port-base + 2.");
  static final Setting<URI> PUBLIC_URL =
      new Setting<>(
          "public-url",
          Kind.WEB_ADDRESS,
          "",
          "How browsers reach the public port; without it http://localhost and the port.");
  static final Setting<URI> DESK_URL =
      new Setting<>(
          "desk-url",
          Kind.WEB_ADDRESS,
          "",
          "How staff reach the desk port; without it http://localhost and the port.");
  static final Setting<List<URI>> DESK_ORIGINS =
      new Setting<>(
          "desk-origins",
          Kind.WEB_ADDRESSES,
          "",
          "Origins from which a console may speak; without it desk-url alone.");
  static final Setting<ProviderKind> CHANNELS_PROVIDER =
      new Setting<>(
          "channels.provider",
          Kind.PROVIDER,
          "none",
          "Who sends texts to phones; none, and nobody is reminded.");
  static final Setting<URI> CHANNELS_PROVIDER_URL =
      new Setting<>(
          "channels.provider-url",
          Kind.WEB_ADDRESS,
          "",
          "Where the simulator answers: the demonstration's host page.");
  static final Setting<Path> CHANNELS_KEY_FILE =
      new Setting<>(
          "channels.key-file",
          Kind.FILE,
          "",
          "File with the keys of the role channels, made with `havn keys channels`; in no backup"
              + " of a store.");
  static final Setting<Integer> CHANNELS_BROWSER_PORT =
      new Setting<>(
          "channels.browser-port",
          Kind.number(1, 65_535),
          "",
          "Port at which browsers reach the role channels, on the host of the console; without it"
              + " port-base + 6.");
  static final Setting<String> PIN =
      new Setting<>("trust.pin", Kind.PIN, "", "The pin that embed snippets and links carry.");
  static final Setting<StoreKind> STORES =
      new Setting<>(
          "stores",
          Kind.STORES,
          "servers",
          "Whether the stores are embedded ones; only said in logs.");
  static final Setting<URI> REDIS_URI =
      new Setting<>("redis.uri", Kind.REDIS_ADDRESS, "redis://127.0.0.1:6379", "Where Redis is.");
  static final Setting<String> REDIS_USER =
      new Setting<>("redis.user", Kind.NAME, "havn", "The ACL user.");
  static final Setting<Password> REDIS_PASSWORD =
      new Setting<>("redis.password", Kind.PASSWORD, "", "Its password; better in a file.");
  static final Setting<Path> REDIS_PASSWORD_FILE =
      new Setting<>("redis.password-file", Kind.FILE, "", "File that holds its password.");
  static final Setting<String> POSTGRES_HOST =
      new Setting<>("postgres.host", Kind.HOST, "127.0.0.1", "Where PostgreSQL is.");
  static final Setting<Integer> POSTGRES_PORT =
      new Setting<>("postgres.port", Kind.number(1, 65_535), "5432", "Its port.");
  static final Setting<String> POSTGRES_DATABASE =
      new Setting<>("postgres.database", Kind.NAME, "havn", "The database.");
  static final Setting<String> POSTGRES_USER =
      new Setting<>("postgres.user", Kind.NAME, "havn", "The role that owns the database.");
  static final Setting<Password> POSTGRES_PASSWORD =
      new Setting<>("postgres.password", Kind.PASSWORD, "", "Its password; better in a file.");
  static final Setting<Path> POSTGRES_PASSWORD_FILE =
      new Setting<>("postgres.password-file", Kind.FILE, "", "File that holds its password.");
  static final Setting<Integer> CONNECTIONS =
      new Setting<>(
          "limits.connections",
          Kind.number(1, 1_000_000),
          "20000",
          "Most open sockets of one process; more are told to come back later. Of other"
              + " connections as many on each port; more are closed.");
  static final Setting<Integer> OUTBOUND_FRAMES =
      new Setting<>(
          "limits.outbound-frames",
          Kind.number(8, 10_000),
          "256",
          "Most frames waiting for one slow connection before it is closed.");
  static final Setting<Integer> OUTBOUND_BYTES =
      new Setting<>(
          "limits.outbound-bytes",
          Kind.number(65_536, 16_777_216),
          "1048576",
          "Most bytes waiting for one slow connection before it is closed.");
  static final Setting<Integer> FRAMES_PER_SECOND =
      new Setting<>(
          "limits.frames-per-second",
          Kind.number(10, 10_000),
          "50",
          "What one connection may send in the long run; bursts of twice as many pass.");
  static final Setting<Integer> LINE =
      new Setting<>("limits.line", Kind.number(1, 1_000), "200", "Most visitors in one line.");
  static final Setting<Integer> TICKETS_PER_SECOND =
      new Setting<>(
          "limits.tickets-per-second",
          Kind.number(10, 100_000),
          "200",
          "Visits that may begin in the long run, per process; bursts of five times as many pass.");
  static final Setting<Integer> FILES_MEGABYTES =
      new Setting<>(
          "limits.files-megabytes",
          Kind.number(16, 1_000_000),
          "4096",
          "Most MiB of sealed files in PostgreSQL; more are refused until some have ended.");
  static final Setting<Duration> HEARTBEAT =
      new Setting<>(
          "limits.heartbeat",
          Kind.time(Duration.ofSeconds(1), Duration.ofSeconds(60)),
          "15s",
          "How often the server pings a connection.");
  static final Setting<Duration> DRAIN =
      new Setting<>(
          "limits.drain",
          Kind.time(Duration.ofMillis(100), Duration.ofMinutes(5)),
          "5s",
          "How long a stopping server waits for its connections to leave.");

  static final List<Setting<?>> ALL =
      Stream.of(
              List.<Setting<?>>of(
                  DEMO,
                  DEMO_CLOCK,
                  ROLES,
                  BIND,
                  MANAGEMENT_BIND,
                  PORT_BASE,
                  MANAGEMENT_PORT,
                  PUBLIC_URL,
                  DESK_URL,
                  DESK_ORIGINS,
                  CHANNELS_PROVIDER,
                  CHANNELS_PROVIDER_URL,
                  CHANNELS_KEY_FILE,
                  CHANNELS_BROWSER_PORT),
              ProviderCatalog.ALL,
              List.<Setting<?>>of(
                  PIN,
                  STORES,
                  REDIS_URI,
                  REDIS_USER,
                  REDIS_PASSWORD,
                  REDIS_PASSWORD_FILE,
                  POSTGRES_HOST,
                  POSTGRES_PORT,
                  POSTGRES_DATABASE,
                  POSTGRES_USER,
                  POSTGRES_PASSWORD,
                  POSTGRES_PASSWORD_FILE,
                  CONNECTIONS,
                  OUTBOUND_FRAMES,
                  OUTBOUND_BYTES,
                  FRAMES_PER_SECOND,
                  LINE,
                  TICKETS_PER_SECOND,
                  FILES_MEGABYTES,
                  HEARTBEAT,
                  DRAIN))
          .<Setting<?>>flatMap(List::stream)
          .toList();

  private Catalog() {}
}
