package havn.service;

import havn.hours.DayTime;
import havn.kernel.text.Json;
import havn.kernel.text.Members;
import havn.staff.Right;
import havn.staff.Role;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/// Reads the `duties` of a service.
final class DutiesText {

  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
  private static final int MOST_ROLES = 8;
  private static final int DEFAULT_KEPT_DAYS = 14;

  private DutiesText() {}

  /// Adds to `faults` what is wrong; the duties are then not to be used.
  static Duties read(Members members, List<String> faults) {
    Map<String, String> notice =
        members.has("notice")
            ? byLanguage(members, "notice", (texts, tag) -> texts.text(tag, Duties.LONGEST_NOTICE))
            : Map.of();
    List<TaskKind> tasks =
        members.has("tasks")
            ? members.list("tasks", Duties.MOST_TASKS, (json, at) -> task(json, at, faults))
            : List.of();
    List<Duties.Place> places =
        members.has("places")
            ? members.list("places", Duties.MOST_PLACES, (json, at) -> place(json, at, faults))
            : List.of();
    once(members, "tasks", tasks.stream().map(TaskKind::id).toList());
    once(members, "places", places.stream().map(Duties.Place::id).toList());
    members.close();
    return new Duties(notice, tasks, places);
  }

  private static Optional<TaskKind> task(Json json, String at, List<String> faults) {
    Members members = Members.of(json, at, faults);
    Optional<String> id = id(members);
    Map<String, String> names = names(members);
    Map<String, List<String>> steps =
        members.has("steps")
            ? byLanguage(members, "steps", (texts, tag) -> Optional.of(steps(texts, tag)))
            : Map.of();
    Optional<Due> due = due(members.object("due"));
    List<Duties.Place> offices =
        members.has("offices")
            ? members.list(
                "offices", TaskKind.MOST_OFFICES, (item, path) -> place(item, path, faults))
            : List.of();
    once(members, "offices", offices.stream().map(Duties.Place::id).toList());
    boolean tell = members.has("tellOthers") && members.flag("tellOthers").orElse(false);
    if (tell && offices.size() < 2) {
      members.refuse("tellOthers", "needs at least two offices");
    }
    Set<Role> raise =
        members.has("raise")
            ? Set.copyOf(
                members.texts(
                    "raise",
                    MOST_ROLES,
                    16,
                    role ->
                        Role.parse(role).filter(r -> Right.RAISE_TASKS.of(r) != Right.Grant.NEVER),
                    "must be a role: coordinator, worker, volunteer or peer"))
            : Set.of(Role.COORDINATOR, Role.WORKER);
    if (raise.isEmpty()) {
      members.refuse("raise", "must name at least one role");
    }
    Optional<Long> again =
        members.has("againMinutes")
            ? members.number("againMinutes", 5, 240)
            : Optional.of(TaskKind.AGAIN.toMinutes());
    Optional<Long> kept =
        members.has("keptDays")
            ? members.number("keptDays", 1, TaskKind.MOST_KEPT_DAYS)
            : Optional.of((long) DEFAULT_KEPT_DAYS);
    members.close();
    if (id.isEmpty() || due.isEmpty() || again.isEmpty() || kept.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TaskKind(
            id.get(),
            names,
            steps,
            due.get(),
            offices,
            tell,
            raise,
            Duration.ofMinutes(again.get()),
            Math.toIntExact(kept.get())));
  }

  private static List<String> steps(Members texts, String tag) {
    return texts.texts(tag, TaskKind.MOST_STEPS, TaskKind.LONGEST_STEP, Optional::of, "");
  }

  private static Optional<Due> due(Members members) {
    Optional<Due> due = Optional.empty();
    if (members.has("minutes")) {
      due =
          members
              .number("minutes", 5, Duration.ofDays(14).toMinutes())
              .map(minutes -> new Due.After(Duration.ofMinutes(minutes)));
    } else if (members.has("morning")) {
      due =
          members
              .text("morning", 5, DayTime::parse, "must be a time from 00:00 to 24:00")
              .map(Due.Morning::new);
    } else {
      due =
          members.number("workingDays", 1, 20).map(days -> new Due.Working(Math.toIntExact(days)));
    }
    members.close();
    return due;
  }

  private static Optional<Duties.Place> place(Json json, String at, List<String> faults) {
    Members members = Members.of(json, at, faults);
    Optional<String> id = id(members);
    Map<String, String> names = names(members);
    members.close();
    return id.map(text -> new Duties.Place(text, names));
  }

  private static Optional<String> id(Members members) {
    return members.text(
        "id",
        64,
        text -> ID.matcher(text).matches() ? Optional.of(text) : Optional.empty(),
        "must be 1–64 of a–z, 0–9 and hyphen");
  }

  private static Map<String, String> names(Members members) {
    return byLanguage(members, "names", (texts, tag) -> texts.text(tag, Service.LONGEST_NAME));
  }

  private static <T> Map<String, T> byLanguage(
      Members members, String name, BiFunction<Members, String, Optional<T>> reading) {
    Members texts = members.object(name);
    Map<String, T> read = new LinkedHashMap<>();
    for (String tag : texts.names()) {
      if (!ServiceText.isLanguage(tag) || read.size() == Service.MOST_LANGUAGES) {
        members.refuse(name, "must be at most 32 language tags, each with what it says");
        return Map.of();
      }
      reading.apply(texts, tag).ifPresent(value -> read.put(tag, value));
    }
    if (texts.names().isEmpty()) {
      members.refuse(name, "must hold at least one language");
    }
    return read;
  }

  private static void once(Members members, String name, List<String> ids) {
    if (new HashSet<>(ids).size() != ids.size()) {
      members.refuse(name, "must name each id once");
    }
  }
}
