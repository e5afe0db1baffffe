package havn.demo;

import havn.embedded.StoreHome;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Where one demonstration lives: its folder, its ports and its addresses. All of it on loopback.
/// @param at what its clock shows at the start, in Oslo; empty: it lives on the machine's clock
record DemoPlace(StoreHome home, int portBase, Optional<LocalDateTime> at) {

  /// Who gets a one-time link; each has a host name of their own, since cookies ignore ports.
  static final List<String> PEOPLE = List.of("coordinator", "worker", "volunteer");

  /// Public, desk, management, host page, Redis, PostgreSQL, channels and the management of those.
  static final int PORTS = 8;

  List<Integer> ports() {
    return IntStream.range(portBase, portBase + PORTS).boxed().toList();
  }

  int hostPort() {
    return portBase + 3;
  }

  int redisPort() {
    return portBase + 4;
  }

  int postgresPort() {
    return portBase + 5;
  }

  String publicUrl() {
    return "http://localhost:" + portBase;
  }

  String hostUrl() {
    return "http://localhost:" + hostPort();
  }

  String managementUrl() {
    return "http://localhost:" + (portBase + 2);
  }

  String channelsManagementUrl() {
    return "http://localhost:" + (portBase + 7);
  }

  String deskUrl(String person) {
    return "http://" + person + ".localhost:" + (portBase + 1);
  }

  /// The console under a name that this process resolves too: browsers know `*.localhost`, most
  /// systems do not.
  String deskPage() {
    return "http://localhost:" + (portBase + 1) + "/";
  }

  Path file(String name) {
    return home.data().resolve(name);
  }

  /// The file of its clock, where it has one of its own.
  Path clock() {
    return file("clock");
  }

  /// What the process of the role channels is told: it alone has the keys.
  Map<String, String> channelsEnvironment() {
    Map<String, String> told = new HashMap<>(environment());
    told.put("HAVN_ROLES", "channels");
    told.put("HAVN_MANAGEMENT_PORT", Integer.toString(portBase + 7));
    told.put("HAVN_CHANNELS_KEY_FILE", file("channels.keys").toString());
    return told;
  }

  /// What every other process of the demonstration is told. Settings of the user's own that would
  /// lead elsewhere are emptied.
  Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("HAVN_CONFIG", file("havn.yaml").toString()),
        Map.entry("HAVN_DEMO", "true"),
        Map.entry("HAVN_DEMO_CLOCK", at.isPresent() ? clock().toString() : ""),
        // Thirty times as fast, nobody may be unsteady between two heartbeats.
        Map.entry("HAVN_LIMITS_HEARTBEAT", at.isPresent() ? "1s" : ""),
        Map.entry("HAVN_ROLES", "visitor,desk"),
        Map.entry("HAVN_MANAGEMENT_PORT", ""),
        Map.entry("HAVN_CHANNELS_PROVIDER", "simulator"),
        Map.entry("HAVN_CHANNELS_PROVIDER_URL", "http://127.0.0.1:" + hostPort()),
        Map.entry("HAVN_CHANNELS_SIMULATOR_SECRET_FILE", file("phone.secret").toString()),
        Map.entry("HAVN_CHANNELS_KEY_FILE", ""),
        Map.entry("HAVN_CHANNELS_BROWSER_PORT", ""),
        Map.entry("HAVN_BIND", "127.0.0.1"),
        Map.entry("HAVN_MANAGEMENT_BIND", "127.0.0.1"),
        Map.entry("HAVN_PORT_BASE", Integer.toString(portBase)),
        Map.entry("HAVN_PUBLIC_URL", publicUrl()),
        Map.entry("HAVN_DESK_URL", deskUrl("coordinator")),
        Map.entry(
            "HAVN_DESK_ORIGINS",
            PEOPLE.stream().map(this::deskUrl).collect(Collectors.joining(","))),
        Map.entry("HAVN_TRUST_PIN", ""),
        Map.entry("HAVN_STORES", "embedded"),
        Map.entry("HAVN_REDIS_URI", "redis://127.0.0.1:" + redisPort()),
        Map.entry("HAVN_REDIS_USER", ""),
        Map.entry("HAVN_REDIS_PASSWORD", ""),
        Map.entry("HAVN_REDIS_PASSWORD_FILE", file("redis.password").toString()),
        Map.entry("HAVN_POSTGRES_HOST", "127.0.0.1"),
        Map.entry("HAVN_POSTGRES_PORT", Integer.toString(postgresPort())),
        Map.entry("HAVN_POSTGRES_DATABASE", ""),
        Map.entry("HAVN_POSTGRES_USER", ""),
        Map.entry("HAVN_POSTGRES_PASSWORD", ""),
        Map.entry("HAVN_POSTGRES_PASSWORD_FILE", file("postgres.password").toString()));
  }
}
