package havn.config;

import havn.kernel.id.ServiceId;
import havn.kernel.secret.Password;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the settings of an installation.
public final class SettingsSource {

  /// Used when neither `--config` nor `HAVN_CONFIG` names a file and this one exists.
  public static final Path USUAL_FILE = Path.of("/etc/havn/havn.yaml");

  private final Written written;
  private final List<Problem> problems;

  private SettingsSource(Written written) {
    this.written = written;
    this.problems = new ArrayList<>(written.problems());
  }

  /// The settings of `file` (or of the usual places) and of the environment. Throws with every
  /// problem at once.
  public static Settings read(Optional<Path> file, Map<String, String> environment)
      throws SettingsRefused {
    Written written = Written.read(chosen(file, environment), environment);
    SettingsSource source = new SettingsSource(written);
    source.problems.addAll(Spelling.problems(written.texts().keySet(), environment.keySet()));
    Optional<Settings> settings = source.settings();
    if (settings.isEmpty() || !source.problems.isEmpty()) {
      throw new SettingsRefused(source.problems);
    }
    return settings.get();
  }

  /// Throws when the environment names a setting that does not exist. For commands that read no
  /// settings themselves but hand the environment on.
  public static void requireKnown(Set<String> variables) throws SettingsRefused {
    List<Problem> problems = Spelling.problems(List.of(), variables);
    if (!problems.isEmpty()) {
      throw new SettingsRefused(problems);
    }
  }

  static Optional<Path> chosen(Optional<Path> file, Map<String, String> environment) {
    return file.or(
            () ->
                Optional.ofNullable(environment.get("HAVN_CONFIG"))
                    .filter(name -> !name.isEmpty())
                    .map(Path::of))
        .or(() -> Optional.of(USUAL_FILE).filter(Files::exists));
  }

  private Optional<Settings> settings() {
    Optional<Boolean> demo = value(Catalog.DEMO);
    Optional<Set<ServingRole>> roles = value(Catalog.ROLES);
    Optional<Settings.Listeners> listeners = listeners();
    Optional<Settings.Addresses> addresses = listeners.flatMap(this::addresses);
    Optional<Settings.Channels> channels = channels();
    Optional<String> pin = value(Catalog.PIN);
    Optional<Settings.Stores> stores = stores();
    Optional<Settings.Limits> limits = limits();
    if (demo.isEmpty()
        || roles.isEmpty()
        || listeners.isEmpty()
        || addresses.isEmpty()
        || channels.isEmpty()
        || stores.isEmpty()
        || limits.isEmpty()) {
      return Optional.empty();
    }
    if (roles.get().contains(ServingRole.CHANNELS)) {
      channels = channels.map(this::withProviders);
    }
    Optional<Path> clock = value(Catalog.DEMO_CLOCK);
    if (!demo.get()) {
      if (clock.isPresent()) {
        problem(
            Catalog.DEMO_CLOCK.path(),
            "is for a demonstration",
            "leave it out, or write demo: true where nobody is helped");
      }
      if (channels.get().used().contains(ProviderKind.SIMULATOR)) {
        problem(
            Catalog.CHANNELS_PROVIDER.path(),
            "is `simulator`, which is for a demonstration",
            "write none, or demo: true where nobody is helped");
      }
      requireTls(Catalog.PUBLIC_URL.path(), addresses.get().publicUrl());
      requireTls(Catalog.DESK_URL.path(), addresses.get().deskUrl());
      if (given(Catalog.DESK_ORIGINS)) {
        addresses.get().deskOrigins().forEach(o -> requireTls(Catalog.DESK_ORIGINS.path(), o));
      }
    }
    return Optional.of(
        new Settings(
            demo.get(),
            clock,
            roles.get(),
            listeners.get(),
            addresses.get(),
            channels.get(),
            pin,
            stores.get(),
            limits.get()));
  }

  private Optional<Settings.Listeners> listeners() {
    Optional<String> bind = value(Catalog.BIND);
    Optional<String> management = value(Catalog.MANAGEMENT_BIND);
    Optional<Integer> base = value(Catalog.PORT_BASE);
    Optional<Integer> managementPort = value(Catalog.MANAGEMENT_PORT);
    return bind.flatMap(
        b ->
            management.flatMap(
                m -> base.map(p -> new Settings.Listeners(b, m, p, managementPort))));
  }

  private Optional<Settings.Channels> channels() {
    Optional<ProviderKind> provider = value(Catalog.CHANNELS_PROVIDER);
    Map<ServiceId, ProviderKind> services = value(ProviderCatalog.SERVICES).orElse(Map.of());
    Optional<URI> hook = value(ProviderCatalog.HOOK_URL);
    Optional<Path> keys = value(Catalog.CHANNELS_KEY_FILE);
    Optional<Integer> port = value(Catalog.CHANNELS_BROWSER_PORT);
    if (!services.isEmpty() && provider.filter(p -> p != ProviderKind.NONE).isEmpty()) {
      problem(
          ProviderCatalog.SERVICES.path(),
          "names providers, and " + Catalog.CHANNELS_PROVIDER.path() + " is none",
          "name there the provider of every other service, and of reminders to staff");
    }
    return provider.map(p -> new Settings.Channels(p, services, Map.of(), hook, keys, port));
  }

  /// What a process needs that does the work of the role channels.
  private Settings.Channels withProviders(Settings.Channels channels) {
    if (!channels.used().isEmpty() && channels.keyFile().isEmpty()) {
      problem(
          Catalog.CHANNELS_KEY_FILE.path(),
          "is missing, and a provider is used",
          "make a file with `havn keys channels FILE` and name it here");
    }
    Map<ProviderKind, ProviderSettings> providers = new EnumMap<>(ProviderKind.class);
    for (ProviderKind kind : channels.used()) {
      new ProviderSource(this, kind).read().ifPresent(needs -> providers.put(kind, needs));
    }
    return new Settings.Channels(
        channels.provider(),
        channels.services(),
        providers,
        channels.hookUrl(),
        channels.keyFile(),
        channels.browserPort());
  }

  private Optional<Settings.Addresses> addresses(Settings.Listeners at) {
    URI here = URI.create("http://localhost:" + at.publicPort());
    URI deskHere = URI.create("http://localhost:" + at.deskPort());
    Optional<URI> publicUrl =
        given(Catalog.PUBLIC_URL) ? value(Catalog.PUBLIC_URL) : Optional.of(here);
    Optional<URI> deskUrl =
        given(Catalog.DESK_URL) ? value(Catalog.DESK_URL) : Optional.of(deskHere);
    Optional<List<URI>> origins =
        given(Catalog.DESK_ORIGINS) ? value(Catalog.DESK_ORIGINS) : deskUrl.map(List::of);
    return publicUrl.flatMap(
        p -> deskUrl.flatMap(d -> origins.map(o -> new Settings.Addresses(p, d, o))));
  }

  private Optional<Settings.Stores> stores() {
    Optional<StoreKind> kind = value(Catalog.STORES);
    Optional<Settings.Redis> redis = redis();
    Optional<Settings.Postgres> postgres = postgres();
    return kind.flatMap(k -> redis.flatMap(r -> postgres.map(p -> new Settings.Stores(k, r, p))));
  }

  private Optional<Settings.Redis> redis() {
    Optional<URI> uri = value(Catalog.REDIS_URI);
    Optional<String> user = value(Catalog.REDIS_USER);
    Optional<Password> password = password(Catalog.REDIS_PASSWORD, Catalog.REDIS_PASSWORD_FILE);
    return uri.flatMap(at -> user.flatMap(u -> password.map(p -> new Settings.Redis(at, u, p))));
  }

  private Optional<Settings.Postgres> postgres() {
    Optional<String> host = value(Catalog.POSTGRES_HOST);
    Optional<Integer> port = value(Catalog.POSTGRES_PORT);
    Optional<String> database = value(Catalog.POSTGRES_DATABASE);
    Optional<String> user = value(Catalog.POSTGRES_USER);
    Optional<Password> word = password(Catalog.POSTGRES_PASSWORD, Catalog.POSTGRES_PASSWORD_FILE);
    if (host.isEmpty()
        || port.isEmpty()
        || database.isEmpty()
        || user.isEmpty()
        || word.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Settings.Postgres(host.get(), port.get(), database.get(), user.get(), word.get()));
  }

  private Optional<Settings.Limits> limits() {
    var connections = value(Catalog.CONNECTIONS);
    var frames = value(Catalog.OUTBOUND_FRAMES);
    var bytes = value(Catalog.OUTBOUND_BYTES);
    var pace = value(Catalog.FRAMES_PER_SECOND);
    var line = value(Catalog.LINE);
    var tickets = value(Catalog.TICKETS_PER_SECOND);
    var files = value(Catalog.FILES_MEGABYTES);
    var heartbeat = value(Catalog.HEARTBEAT);
    var drain = value(Catalog.DRAIN);
    if (connections.isEmpty()
        || frames.isEmpty()
        || bytes.isEmpty()
        || pace.isEmpty()
        || line.isEmpty()
        || tickets.isEmpty()
        || files.isEmpty()
        || heartbeat.isEmpty()
        || drain.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Settings.Limits(
            connections.get(),
            frames.get(),
            bytes.get(),
            pace.get(),
            line.get(),
            tickets.get(),
            files.get(),
            heartbeat.get(),
            drain.get()));
  }

  private Optional<Password> password(Setting<Password> direct, Setting<Path> inFile) {
    if (given(direct) && given(inFile)) {
      problem(inFile.path(), "both it and " + direct.path() + " are given", "keep one of them");
      return Optional.empty();
    }
    if (!given(direct) && !given(inFile)) {
      problem(
          inFile.path(),
          "is missing",
          "put the password into a file that only this user can read and name it here");
      return Optional.empty();
    }
    return given(direct) ? value(direct) : value(inFile).flatMap(f -> passwordIn(f, inFile.path()));
  }

  Optional<Password> passwordIn(Path file, String path) {
    try {
      String text = Files.size(file) > 4_096 ? "" : Files.readString(file).strip();
      if (!text.isEmpty() && text.length() <= Password.LONGEST) {
        return Optional.of(new Password(text));
      }
      problem(path, "does not name a file with one password", "write 1–1,024 characters into it");
    } catch (IOException unreadable) {
      problem(path, "names a file that cannot be read", "check the path and its owner");
    }
    return Optional.empty();
  }

  boolean given(Setting<?> setting) {
    return written.texts().containsKey(setting.path());
  }

  <T> Optional<T> value(Setting<T> setting) {
    Written.Text text =
        written
            .texts()
            .getOrDefault(setting.path(), new Written.Text(setting.standard(), "default"));
    if (text.value().isEmpty()) {
      return Optional.empty();
    }
    Optional<T> value = setting.kind().reader().apply(text.value());
    if (value.isEmpty()) {
      String shown = setting.kind().secret() ? "its text" : "`" + text.value() + "`";
      problem(
          setting.path(),
          shown + " (" + text.place() + ") does not fit",
          "write " + setting.kind().form());
    }
    return value;
  }

  void requireTls(String path, URI address) {
    String host = address.getHost();
    boolean here =
        host.equals("localhost") || host.endsWith(".localhost") || host.equals("127.0.0.1");
    if (!here && !"https".equals(address.getScheme())) {
      problem(path, "`" + address + "` is reached without TLS", "write an https address");
    }
  }

  void problem(String path, String what, String fix) {
    problems.add(new Problem(path, what, fix));
  }
}
