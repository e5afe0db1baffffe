package havn.config;

import havn.kernel.id.ServiceId;
import havn.kernel.secret.Password;
import havn.kernel.time.DemoClock;
import havn.kernel.time.SystemTime;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The settings of one process. Made by [SettingsSource], which checks them.
///
/// @param demoClock the file of a demonstration's clock; empty: the machine's clock
/// @param pin the fingerprint of the root set that snippets carry; empty until keys exist
public record Settings(
    boolean demo,
    Optional<Path> demoClock,
    Set<ServingRole> roles,
    Listeners listeners,
    Addresses addresses,
    Channels channels,
    Optional<String> pin,
    Stores stores,
    Limits limits) {

  public Settings {
    roles = Set.copyOf(roles);
  }

  /// Where the process listens.
  ///
  /// @param management the management port, where it is not the usual one
  public record Listeners(
      String bind, String managementBind, int portBase, Optional<Integer> management) {

    public int publicPort() {
      return portBase;
    }

    public int deskPort() {
      return portBase + 1;
    }

    public int managementPort() {
      return management.orElse(portBase + 2);
    }

    public int channelsPort() {
      return portBase + 6;
    }
  }

  /// How browsers reach it. Every address is an origin: no path, no closing slash.
  public record Addresses(URI publicUrl, URI deskUrl, List<URI> deskOrigins) {

    public Addresses {
      deskOrigins = List.copyOf(deskOrigins);
    }
  }

  /// Texts to phones.
  ///
  /// @param provider of every service that `services` does not name
  /// @param browserPort where browsers reach the role, where it is not the usual port
  /// @param hookUrl how providers reach the role; empty where none of them does over HTTP
  /// @param providers what each provider needs that is used
  public record Channels(
      ProviderKind provider,
      Map<ServiceId, ProviderKind> services,
      Map<ProviderKind, ProviderSettings> providers,
      Optional<URI> hookUrl,
      Optional<Path> keyFile,
      Optional<Integer> browserPort) {

    public Channels {
      services = Map.copyOf(services);
      providers = Map.copyOf(providers);
    }

    /// Every provider that somebody uses; empty where nobody is sent texts.
    public Set<ProviderKind> used() {
      Set<ProviderKind> used = EnumSet.of(provider);
      used.addAll(services.values());
      used.remove(ProviderKind.NONE);
      return used;
    }
  }

  /// Where browsers reach the role channels on the console's host; empty where there is no
  /// provider.
  public Optional<Integer> channelsPort() {
    return channels.used().isEmpty()
        ? Optional.empty()
        : Optional.of(channels.browserPort().orElse(listeners.channelsPort()));
  }

  /// The two stores.
  public record Stores(StoreKind kind, Redis redis, Postgres postgres) {}

  /// How to reach Redis.
  public record Redis(URI uri, String user, Password password) {}

  /// How to reach PostgreSQL.
  public record Postgres(String host, int port, String database, String user, Password password) {}

  /// Bounds. `outboundFrames`, `outboundBytes` and `framesPerSecond` are per connection, `line` per
  /// service, `ticketsPerSecond` per process, `filesMegabytes` (MiB) for all sealed files together.
  public record Limits(
      int connections,
      int outboundFrames,
      int outboundBytes,
      int framesPerSecond,
      int line,
      int ticketsPerSecond,
      int filesMegabytes,
      Duration heartbeat,
      Duration drain) {}

  /// The clock that everything lives on.
  public InstantSource clock() {
    return demoClock
        .<InstantSource>map(file -> DemoClock.of(file, SystemTime.wall()))
        .orElseGet(SystemTime::wall);
  }

  /// The same settings for a process that does only `chosen`.
  public Settings withRoles(Set<ServingRole> chosen) {
    return new Settings(
        demo, demoClock, chosen, listeners, addresses, channels, pin, stores, limits);
  }
}
