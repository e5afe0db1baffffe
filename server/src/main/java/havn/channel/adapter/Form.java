package havn.channel.adapter;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The fields of a form or a query (`application/x-www-form-urlencoded`), each at most once. Prints
/// as nothing.
///
/// @param fields in the order of their names
public record Form(TreeMap<String, String> fields) {

  /// Most fields.
  public static final int MOST = 100;

  public static final String TYPE = "application/x-www-form-urlencoded";

  /// Empty when a name comes twice, when there are more than 100, or when it is no form.
  public static Optional<Form> read(String text) {
    TreeMap<String, String> fields = new TreeMap<>();
    if (text.isEmpty()) {
      return Optional.of(new Form(fields));
    }
    String[] pairs = text.split("&", MOST + 2);
    if (pairs.length > MOST) {
      return Optional.empty();
    }
    try {
      for (String pair : pairs) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        if (fields.put(decoded(name), decoded(value)) != null) {
          return Optional.empty();
        }
      }
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
    return Optional.of(new Form(fields));
  }

  /// The query of a request's target; empty as above.
  public static Optional<Form> query(String target) {
    int mark = target.indexOf('?');
    return read(mark < 0 ? "" : target.substring(mark + 1));
  }

  /// Writes fields in the order in which they were put.
  public static String write(LinkedHashMap<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /// A field that is there and not blank.
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
  }

  /// The fields of both; empty when a name is in both.
  public Optional<Form> and(Form other) {
    TreeMap<String, String> both = new TreeMap<>(fields);
    for (Map.Entry<String, String> field : other.fields.entrySet()) {
      if (both.put(field.getKey(), field.getValue()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new Form(both));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Form[" + fields.size() + " fields]";
  }
}
