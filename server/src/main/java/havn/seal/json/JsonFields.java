package havn.seal.json;

import havn.seal.json.Json.Items;
import havn.seal.json.Json.Members;
import havn.seal.json.Json.Text;
import havn.seal.json.Json.Whole;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the members of one object, each by the type its document says. A member that is missing or
/// wrong answers an empty value and is remembered: the caller asks [#complete()] once, at the end.
public final class JsonFields {

  private static final Pattern UTC =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z");

  private final Map<String, Json> members;
  private final Set<String> read = new HashSet<>();
  private boolean sound;

  private JsonFields(Map<String, Json> members, boolean sound) {
    this.members = members;
    this.sound = sound;
  }

  /// A value that is no object answers [#complete()] with false.
  public static JsonFields of(Json json) {
    return json instanceof Members object
        ? new JsonFields(object.members(), true)
        : new JsonFields(Map.of(), false);
  }

  /// Text of at most `most` characters.
  public String text(String name, int most) {
    if (take(name) instanceof Text text && text.value().length() <= most) {
      return text.value();
    }
    sound = false;
    return "";
  }

  /// A whole number from `least` up.
  public long whole(String name, long least) {
    if (take(name) instanceof Whole number && number.value() >= least) {
      return number.value();
    }
    sound = false;
    return least;
  }

  /// Exactly `length` bytes in canonical base64url without padding.
  public byte[] bytes(String name, int length) {
    try {
      String text = text(name, 2 * length + 4);
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length == length
          && Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      // Falls through to the refusal below.
    }
    sound = false;
    return new byte[length];
  }

  /// RFC 3339 in UTC, whole seconds or up to three decimals.
  public Instant instant(String name) {
    String text = text(name, 24);
    try {
      if (UTC.matcher(text).matches()) {
        return Instant.parse(text);
      }
    } catch (DateTimeException noSuchDay) {
      // Falls through to the refusal below.
    }
    sound = false;
    return Instant.EPOCH;
  }

  /// A list of at most `most` values.
  public List<Json> items(String name, int most) {
    if (take(name) instanceof Items list && list.items().size() <= most) {
      return list.items();
    }
    sound = false;
    return List.of();
  }

  /// Whether there is such a member, for one that only some documents have.
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /// Another object.
  public Json member(String name) {
    Json value = take(name);
    if (value == null) {
      sound = false;
      return new Json.Nothing();
    }
    return value;
  }

  /// Adds a condition of the caller's own.
  public void require(boolean condition) {
    sound &= condition;
  }

  /// Whether every member that was asked for was there and right, and there is no other.
  public boolean complete() {
    return sound && read.equals(members.keySet());
  }

  /// Whether every member that was asked for was there and right; others may be there. For answers
  /// of a server, never for signed documents.
  public boolean sound() {
    return sound;
  }

  private @Nullable Json take(String name) {
    read.add(name);
    return members.get(name);
  }
}
