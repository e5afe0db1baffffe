package havn.seal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import havn.seal.json.Json.Items;
import havn.seal.json.Json.Members;
import havn.seal.json.Json.Nothing;
import havn.seal.json.Json.Text;
import havn.seal.json.Json.Truth;
import havn.seal.json.Json.Whole;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/// Writes JSON values as text.
final class JsonPrinter {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonPrinter() {}

  static String compact(Json json) {
    return print(json, false);
  }

  static String indented(Json json) {
    return print(json, true);
  }

  private static String print(Json json, boolean indent) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      if (indent) {
        out.setPrettyPrinter(prettyPrinter());
      }
      write(json, out);
    } catch (IOException neverOnAString) {
      throw new UncheckedIOException(neverOnAString);
    }
    return text.toString();
  }

  private static DefaultPrettyPrinter prettyPrinter() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  private static void write(Json json, JsonGenerator out) throws IOException {
    switch (json) {
      case Members object -> {
        out.writeStartObject();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
          out.writeFieldName(member.getKey());
          write(member.getValue(), out);
        }
        out.writeEndObject();
      }
      case Items list -> {
        out.writeStartArray();
        for (Json item : list.items()) {
          write(item, out);
        }
        out.writeEndArray();
      }
      case Text text -> out.writeString(text.value());
      case Whole number -> out.writeNumber(number.value());
      case Truth truth -> out.writeBoolean(truth.value());
      case Nothing nothing -> out.writeNull();
    }
  }
}
