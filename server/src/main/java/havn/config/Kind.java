package havn.config;

import havn.kernel.id.ServiceId;
import havn.kernel.secret.Password;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the text of a setting may be. `form` completes the sentence "write …".
record Kind<T>(String form, boolean secret, Function<String, Optional<T>> reader) {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  static final Kind<Boolean> SWITCH =
      of(
          "true or false",
          text ->
              switch (text) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
              });

  static final Kind<String> HOST =
      of(
          "a host name or an address such as 127.0.0.1",
          text -> Optional.of(text).filter(t -> t.matches("[A-Za-z0-9.:_-]{1,253}")));

  static final Kind<String> NAME =
      of(
          "a name of 1–63 letters, digits, hyphens and underscores",
          text -> Optional.of(text).filter(t -> t.matches("[A-Za-z0-9_-]{1,63}")));

  static final Kind<URI> WEB_ADDRESS = of("an address such as https://chat.example", Kind::web);

  static final Kind<List<URI>> WEB_ADDRESSES =
      of(
          "one or more addresses such as https://desk.example, separated by commas",
          text -> every(text, Kind::web));

  static final Kind<URI> REDIS_ADDRESS =
      of(
          "redis://host:port, or rediss://host:port for TLS, without a password in it",
          text ->
              uri(text)
                  .filter(u -> Set.of("redis", "rediss").contains(u.getScheme()))
                  .filter(u -> u.getHost() != null && u.getUserInfo() == null));

  static final Kind<Password> PASSWORD =
      new Kind<>(
          "a password of 1–256 characters",
          true,
          text -> text.length() > 256 ? Optional.empty() : Optional.of(new Password(text)));

  static final Kind<Path> FILE = of("the path of a file", text -> Optional.of(Path.of(text)));

  static final Kind<String> PIN =
      of(
          "the 43 characters that `havn keys root` printed",
          text -> Optional.of(text).filter(t -> t.matches("[A-Za-z0-9_-]{43}")));

  static final Kind<Set<ServingRole>> ROLES =
      of(
          "some of visitor, desk and channels, separated by commas",
          text -> every(text, ServingRole::parse).map(EnumSet::copyOf));

  static final Kind<StoreKind> STORES =
      of("servers or embedded", text -> enumeration(StoreKind.values(), text));

  static final Kind<String> WORD =
      of(
          "1–128 characters without spaces",
          text -> Optional.of(text).filter(t -> t.matches("[!-~&&[^`]]{1,128}")));

  static final Kind<ProviderKind> PROVIDER =
      of("none, simulator, sveve, twilio, whatsapp-cloud or smpp", ProviderKind::parse);

  static final Kind<Map<ServiceId, ProviderKind>> SERVICE_PROVIDERS =
      of("services with their providers, such as pro-mann=twilio,nadheim=sveve", Kind::services);

  static final Kind<ProviderSettings.SmppIds> SMPP_IDS =
      of(
          "same, hex-answers or hex-receipts",
          text ->
              Arrays.stream(ProviderSettings.SmppIds.values())
                  .filter(ids -> ids.printed().equals(text))
                  .findFirst());

  static Kind<Integer> number(int least, int most) {
    return of(
        "a whole number from " + least + " to " + most,
        text ->
            text.matches("\\d{1,9}")
                ? Optional.of(Integer.parseInt(text)).filter(n -> n >= least && n <= most)
                : Optional.empty());
  }

  /// A span of time such as `15s`, between two others.
  static Kind<Duration> time(Duration least, Duration most) {
    return of(
        "a time such as 500ms, 15s, 3m or 2h, from " + words(least) + " to " + words(most),
        text -> duration(text).filter(t -> t.compareTo(least) >= 0 && t.compareTo(most) <= 0));
  }

  private static <T> Kind<T> of(String form, Function<String, Optional<T>> reader) {
    return new Kind<>(form, false, reader);
  }

  private static String words(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }

  private static Optional<Duration> duration(String text) {
    Matcher parts = DURATION.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(parts.group(1));
    return Optional.of(
        switch (parts.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          default -> Duration.ofHours(amount);
        });
  }

  /// An origin: scheme, host and perhaps a port, nothing behind them.
  private static Optional<URI> web(String text) {
    return uri(text)
        .filter(u -> Set.of("http", "https").contains(u.getScheme()))
        .filter(u -> u.getHost() != null && u.getUserInfo() == null)
        .filter(u -> Set.of("", "/").contains(u.getRawPath()) && u.getRawQuery() == null)
        .map(u -> u.getRawPath().isEmpty() ? u : u.resolve("/"))
        .map(u -> URI.create(u.toString().replaceFirst("/$", "")));
  }

  private static Optional<URI> uri(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getScheme() == null ? Optional.empty() : Optional.of(uri);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /// No service is named twice.
  private static Optional<Map<ServiceId, ProviderKind>> services(String text) {
    Map<ServiceId, ProviderKind> services = new HashMap<>();
    for (String pair : text.split(",", -1)) {
      String[] parts = pair.strip().split("=", -1);
      Optional<ServiceId> service = ServiceId.parse(parts[0]);
      Optional<ProviderKind> provider =
          parts.length == 2 ? ProviderKind.parse(parts[1]) : Optional.empty();
      if (service.isEmpty()
          || provider.isEmpty()
          || services.put(service.get(), provider.get()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(services);
  }

  private static <T> Optional<List<T>> every(String text, Function<String, Optional<T>> reader) {
    List<Optional<T>> read =
        Arrays.stream(text.split(",", -1)).map(String::strip).map(reader).toList();
    return read.stream().allMatch(Optional::isPresent)
        ? Optional.of(read.stream().map(Optional::get).toList())
        : Optional.empty();
  }

  private static <E extends Enum<E>> Optional<E> enumeration(E[] values, String text) {
    return Arrays.stream(values)
        .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }
}
