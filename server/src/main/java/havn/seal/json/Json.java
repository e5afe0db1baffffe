package havn.seal.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value. Numbers are whole, within ±(2^53 - 1).
public sealed interface Json {

  /// An object; members keep their order.
  record Members(Map<String, Json> members) implements Json {
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /// The same object with one more member at the end.
    public Members with(String name, Json value) {
      Map<String, Json> more = new LinkedHashMap<>(members);
      more.put(name, value);
      return new Members(more);
    }

    public Members with(String name, String value) {
      return with(name, new Text(value));
    }

    public Members with(String name, long value) {
      return with(name, new Whole(value));
    }
  }

  record Items(List<Json> items) implements Json {
    public Items {
      items = List.copyOf(items);
    }
  }

  record Text(String value) implements Json {}

  record Whole(long value) implements Json {}

  record Truth(boolean value) implements Json {}

  record Nothing() implements Json {}

  static Members object() {
    return new Members(Map.of());
  }

  /// The value as text without white space.
  default String print() {
    return JsonPrinter.compact(this);
  }

  /// The value as text for people: two spaces per level, a line feed at the end.
  default String printForPeople() {
    return JsonPrinter.indented(this) + "\n";
  }
}
