package havn.kernel.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads the members of one JSON object, strictly: every member asked for must have its kind, and
/// [#close()] reports the ones nobody asked for. Faults gather in one list as sentences that name
/// the path and the fix, so that a person mends a file in one go; whoever reads refuses the whole
/// when the list is not empty.
public final class Members {

  private static final int MOST_FAULTS = 50;

  private final Map<String, Json> members;
  private final String path;
  private final List<String> faults;
  private final Set<String> asked = new HashSet<>();

  private Members(Map<String, Json> members, String path, List<String> faults) {
    this.members = members;
    this.path = path;
    this.faults = faults;
  }

  /// Begins at `json`; a value that is no object is a fault and reads as empty.
  public static Members of(Json json, String path, List<String> faults) {
    if (json instanceof Json.Obj object) {
      return new Members(object.members(), path, faults);
    }
    Members empty = new Members(Map.of(), path, faults);
    empty.fault(path.isEmpty() ? "the document" : path, "must be an object, not " + json.kind());
    return empty;
  }

  /// The path of a member, such as `hours.weekly`.
  public String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /// Adds a fault about a member.
  public void refuse(String name, String fix) {
    fault(path(name), fix);
  }

  /// A text of at most `most` characters, the empty text and control characters refused.
  public Optional<String> text(String name, int most) {
    return member(name).flatMap(json -> text(json, path(name), most));
  }

  /// A text that `reading` understands; `fix` says what is expected.
  public <T> Optional<T> text(
      String name, int most, Function<String, Optional<T>> reading, String fix) {
    Optional<String> text = text(name, most);
    Optional<T> value = text.flatMap(reading);
    if (text.isPresent() && value.isEmpty()) {
      refuse(name, fix);
    }
    return value;
  }

  /// A whole number from `least` to `most`.
  public Optional<Long> number(String name, long least, long most) {
    Optional<Json> json = member(name);
    Optional<Long> value =
        json.flatMap(j -> j instanceof Json.Num n ? whole(n.value()) : Optional.empty())
            .filter(n -> n >= least && n <= most);
    if (json.isPresent() && value.isEmpty()) {
      refuse(name, "must be a whole number from " + least + " to " + most);
    }
    return value;
  }

  public Optional<Boolean> flag(String name) {
    Optional<Json> json = member(name);
    if (json.isPresent() && !(json.get() instanceof Json.Bool)) {
      refuse(name, "must be true or false");
    }
    return json.flatMap(j -> j instanceof Json.Bool b ? Optional.of(b.value()) : Optional.empty());
  }

  /// An object inside; missing or of another kind is a fault and reads as empty.
  public Members object(String name) {
    return member(name)
        .map(json -> of(json, path(name), faults))
        .orElseGet(() -> new Members(Map.of(), path(name), faults));
  }

  /// A list of at most `most` values, each read by `reading` with its own path; what reads as empty
  /// is left out, and `reading` has added the fault.
  public <T> List<T> list(String name, int most, Item<T> reading) {
    Optional<Json> json = member(name);
    if (json.isEmpty()) {
      return List.of();
    }
    if (!(json.get() instanceof Json.Arr list)) {
      refuse(name, "must be a list, not " + json.get().kind());
      return List.of();
    }
    if (list.items().size() > most) {
      refuse(name, "must hold at most " + most + " values");
      return List.of();
    }
    List<T> read = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      reading.read(list.items().get(i), path(name) + "[" + i + "]").ifPresent(read::add);
    }
    return List.copyOf(read);
  }

  /// A list of texts of at most `longest` characters that `reading` understands.
  public <T> List<T> texts(
      String name, int most, int longest, Function<String, Optional<T>> reading, String fix) {
    return list(
        name,
        most,
        (json, at) -> {
          Optional<String> text = text(json, at, longest);
          Optional<T> value = text.flatMap(reading);
          if (text.isPresent() && value.isEmpty()) {
            fault(at, fix);
          }
          return value;
        });
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  /// The names that stand in the object, for objects whose names are data; marks them all as asked
  /// for.
  public Set<String> names() {
    asked.addAll(members.keySet());
    return members.keySet();
  }

  /// Reports every member nobody asked for.
  public void close() {
    for (String name : members.keySet()) {
      if (!asked.contains(name)) {
        refuse(printable(name), "is not known; remove it or mend the spelling");
      }
    }
  }

  private Optional<Json> member(String name) {
    asked.add(name);
    Json json = members.get(name);
    if (json == null) {
      refuse(name, "is missing");
    }
    return Optional.ofNullable(json);
  }

  private Optional<String> text(Json json, String at, int most) {
    if (!(json instanceof Json.Str string)) {
      fault(at, "must be a text, not " + json.kind());
      return Optional.empty();
    }
    String text = string.text();
    if (text.isEmpty() || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
      fault(at, "must be 1–" + most + " characters without control characters");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private void fault(String at, String fix) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(at + " " + fix);
    }
  }

  private static Optional<Long> whole(BigDecimal number) {
    try {
      return Optional.of(number.longValueExact());
    } catch (ArithmeticException fraction) {
      return Optional.empty();
    }
  }

  private static String printable(String name) {
    String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
    return shown.replaceAll("\\p{Cntrl}", "?");
  }

  /// Reads one value of a list; adds its own faults.
  @FunctionalInterface
  public interface Item<T> {
    Optional<T> read(Json json, String path);
  }
}
