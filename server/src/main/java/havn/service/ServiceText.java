package havn.service;

import havn.courtesy.Manners;
import havn.hours.Schedule;
import havn.hours.WeeklySlot;
import havn.kernel.id.ServiceId;
import havn.kernel.text.Json;
import havn.kernel.text.Members;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads a service from its JSON document.
public final class ServiceText {

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?");
  private static final Pattern LANE = Pattern.compile("[a-z0-9-]{1,64}");
  private static final Pattern ORIGIN =
      Pattern.compile("https?://[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(?::[0-9]{1,5})?");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{2,16}");

  private ServiceText() {}

  /// A service, or every reason why the text is none.
  public sealed interface Reading {}

  public record Read(Service service) implements Reading {}

  /// `faults` are sentences with path and fix, at least one, at most 50.
  public record Refused(List<String> faults) implements Reading {}

  public static Reading read(String text) {
    return switch (Json.read(text)) {
      case Json.Malformed malformed -> new Refused(List.of(malformed.why()));
      case Json.Value value -> read(value.json());
    };
  }

  private static Reading read(Json json) {
    List<String> faults = new ArrayList<>();
    Members members = Members.of(json, "", faults);
    Optional<ServiceId> id =
        members.text("id", 64, ServiceId::parse, "must be 1–64 of a–z, 0–9 and hyphen");
    Optional<Audience> audience =
        members.has("audience")
            ? members.text("audience", 16, Audience::parse, "must be sellers or buyers")
            : Optional.of(Audience.SELLERS);
    Map<String, String> names = names(members, faults);
    List<String> languages =
        members.texts(
            "languages",
            Service.MOST_LANGUAGES,
            16,
            matching(LANGUAGE),
            "must be a language tag such as nb, en or es-CO");
    List<String> lanes =
        members.texts(
            "lanes", Service.MOST_LANES, 64, matching(LANE), "must be 1–64 of a–z, 0–9 and hyphen");
    required(members, "languages", languages);
    required(members, "lanes", lanes);
    boolean off = members.has("off") && members.flag("off").orElse(false);
    Schedule hours = ScheduleText.read(members.object("hours"), faults);
    Map<String, List<WeeklySlot>> laneHours =
        members.has("laneHours") ? laneHours(members, lanes, faults) : Map.of();
    List<String> origins =
        members.texts(
            "origins",
            Service.MOST_ORIGINS,
            300,
            matching(ORIGIN),
            "must be scheme://host[:port] in lower case, without a path");
    Optional<Long> retention = members.number("retentionDays", 0, Service.MOST_RETENTION_DAYS);
    Optional<URI> exit =
        members.text("exit", 300, ServiceText::https, "must be an https:// address");
    List<EmergencyNumber> emergency =
        members.list(
            "emergency", Service.MOST_EMERGENCY_NUMBERS, (item, at) -> emergency(item, at, faults));
    required(members, "emergency", emergency);
    Optional<AfterHours> afterHours =
        members.has("afterHours")
            ? afterHours(members.object("afterHours"), faults)
            : Optional.empty();
    Duties duties =
        members.has("duties") ? DutiesText.read(members.object("duties"), faults) : Duties.NONE;
    Manners manners =
        members.has("manners")
            ? MannersText.read(members.object("manners"), names.values())
            : Manners.DEFAULT;
    Service.Words words =
        new Service.Words(
            said(members, "welcome", Service.Words.LONGEST_WELCOME, languages),
            said(members, "kept", Service.Words.LONGEST_KEPT, languages),
            said(members, "records", Service.Words.LONGEST_RECORDS, languages));
    members.close();
    if (!faults.isEmpty() || id.isEmpty() || exit.isEmpty() || retention.isEmpty()) {
      return new Refused(List.copyOf(faults));
    }
    return new Read(
        new Service(
            id.get(),
            audience.orElse(Audience.SELLERS),
            names,
            languages,
            lanes,
            off ? Schedule.none(hours.zone()) : hours,
            laneHours,
            origins,
            Math.toIntExact(retention.get()),
            exit.get(),
            emergency,
            afterHours,
            duties,
            manners,
            words));
  }

  private static Map<String, String> names(Members members, List<String> faults) {
    Members texts = members.object("names");
    Map<String, String> names = new LinkedHashMap<>();
    for (String language : texts.names()) {
      if (!LANGUAGE.matcher(language).matches() || names.size() == Service.MOST_LANGUAGES) {
        members.refuse("names", "must be at most 32 language tags, each with a name");
        return Map.of();
      }
      texts.text(language, Service.LONGEST_NAME).ifPresent(name -> names.put(language, name));
    }
    if (names.isEmpty() && faults.isEmpty()) {
      members.refuse("names", "must hold at least one name");
    }
    return names;
  }

  /// What the service says in its own words, in languages in which it answers.
  private static Map<String, String> said(
      Members members, String name, int longest, List<String> languages) {
    Map<String, String> said = new LinkedHashMap<>();
    if (!members.has(name)) {
      return said;
    }
    Members texts = members.object(name);
    for (String language : texts.names()) {
      Optional<String> text = texts.text(language, longest);
      if (languages.contains(language)) {
        text.ifPresent(words -> said.put(language, words));
      } else {
        members.refuse(name, "must be in languages of the service only");
        return Map.of();
      }
    }
    return said;
  }

  private static Optional<EmergencyNumber> emergency(Json json, String at, List<String> faults) {
    Members members = Members.of(json, at, faults);
    Optional<String> number =
        members.text("number", 17, matching(PHONE), "must be 2–16 digits, a leading + allowed");
    Optional<EmergencyNumber.Kind> kind =
        members.text(
            "kind",
            16,
            EmergencyNumber.Kind::parse,
            "must be health, police, doctor, violence or child");
    members.close();
    return number.flatMap(n -> kind.map(k -> new EmergencyNumber(n, k)));
  }

  private static Map<String, List<WeeklySlot>> laneHours(
      Members members, List<String> lanes, List<String> faults) {
    Members limited = members.object("laneHours");
    Map<String, List<WeeklySlot>> read = new LinkedHashMap<>();
    for (String lane : limited.names()) {
      List<WeeklySlot> slots =
          lanes.contains(lane)
              ? ScheduleText.slots(limited, lane, Schedule.MOST_SLOTS, faults)
              : List.of();
      if (slots.isEmpty()) {
        members.refuse(
            "laneHours", "must hold weekly slots for lanes of the service; leave out all others");
        return Map.of();
      }
      read.put(lane, slots);
    }
    return read;
  }

  private static Optional<AfterHours> afterHours(Members members, List<String> faults) {
    if (members.has("service")) {
      Optional<ServiceId> service =
          members.text("service", 64, ServiceId::parse, "must be the id of a service");
      members.close();
      return service.map(AfterHours.Transfer::new);
    }
    Map<String, String> names = names(members, faults);
    Optional<String> phone =
        members.text("phone", 17, matching(PHONE), "must be 2–16 digits, a leading + allowed");
    Optional<Schedule> hours =
        members.has("hours")
            ? Optional.of(ScheduleText.read(members.object("hours"), faults))
            : Optional.empty();
    members.close();
    return phone.map(p -> new AfterHours.Phone(names, p, hours));
  }

  static boolean isLanguage(String tag) {
    return LANGUAGE.matcher(tag).matches();
  }

  private static void required(Members members, String name, List<?> values) {
    if (members.has(name) && values.isEmpty()) {
      members.refuse(name, "must hold at least one value");
    }
  }

  private static Function<String, Optional<String>> matching(Pattern pattern) {
    return text -> pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  private static Optional<URI> https(String text) {
    try {
      URI uri = new URI(text);
      return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }
}
