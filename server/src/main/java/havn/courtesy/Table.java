package havn.courtesy;

import havn.kernel.text.Json;
import havn.kernel.text.Members;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// A table of this room: one JSON object with a member for every language and no other. A fault in
/// it is a defect of the build: whoever asks first fails, and so do the tests.
final class Table {

  private Table() {}

  /// @param reading what stands under one language
  static <T> Map<Language, T> read(String resource, Function<Members, T> reading) {
    List<String> faults = new ArrayList<>();
    Members whole = Members.of(json(resource), resource, faults);
    Map<Language, T> table = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Members row = whole.object(language.code());
      table.put(language, reading.apply(row));
      row.close();
    }
    whole.close();
    if (!faults.isEmpty()) {
      throw new IllegalStateException(String.join("; ", faults));
    }
    return table;
  }

  private static Json json(String resource) {
    try (InputStream in = Table.class.getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return switch (Json.read(text)) {
        case Json.Value value -> value.json();
        case Json.Malformed malformed ->
            throw new IllegalStateException(resource + ": " + malformed.why());
      };
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
