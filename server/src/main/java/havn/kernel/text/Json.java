package havn.kernel.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// A JSON value (RFC 8259) as plain data. Objects keep the order of their members.
public sealed interface Json {

  record Obj(Map<String, Json> members) implements Json {}

  record Arr(List<Json> items) implements Json {}

  record Str(String text) implements Json {}

  record Num(BigDecimal value) implements Json {}

  record Bool(boolean value) implements Json {}

  record Nil() implements Json {}

  /// What reading answers: a value, or why there is none.
  sealed interface Read {}

  record Value(Json json) implements Read {}

  /// `why` is a sentence with line and column; it never repeats the text itself.
  record Malformed(String why) implements Read {}

  /// Reads one value and nothing after it. Refused: duplicate members, more than 16 levels, more
  /// than 262,144 characters, numbers longer than 40 characters.
  static Read read(String text) {
    return new JsonReader(text).document();
  }

  /// The kind of value, for messages: `an object`, `a text`, ….
  default String kind() {
    return switch (this) {
      case Obj o -> "an object";
      case Arr a -> "a list";
      case Str s -> "a text";
      case Num n -> "a number";
      case Bool b -> "true or false";
      case Nil n -> "null";
    };
  }
}
