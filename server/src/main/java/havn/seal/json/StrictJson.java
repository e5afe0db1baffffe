package havn.seal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import havn.seal.json.Json.Items;
import havn.seal.json.Json.Members;
import havn.seal.json.Json.Nothing;
import havn.seal.json.Json.Text;
import havn.seal.json.Json.Truth;
import havn.seal.json.Json.Whole;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads JSON (RFC 8259) without its loose ends: duplicate members, fractions, numbers beyond 2^53,
/// a byte order mark, bytes that are not UTF-8 and anything after the value are refused.
public final class StrictJson {

  /// Characters of one document.
  public static final int MAX_LENGTH = 512 * 1024;

  private static final int MAX_DEPTH = 8;
  private static final long MAX_WHOLE = (1L << 53) - 1;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxDocumentLength(MAX_LENGTH)
                  .maxStringLength(MAX_LENGTH)
                  .maxNameLength(64)
                  .maxNumberLength(20)
                  .build())
          .build();

  private StrictJson() {}

  /// Empty when the bytes are not one strict JSON value in UTF-8.
  public static Optional<Json> parse(byte[] utf8) {
    if (utf8.length > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      return parse(UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  /// Empty when the text is not one strict JSON value.
  public static Optional<Json> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try (JsonParser in = FACTORY.createParser(text)) {
      in.nextToken();
      Json value = read(in);
      return in.nextToken() == null ? Optional.of(value) : Optional.empty();
    } catch (IOException refused) {
      return Optional.empty();
    }
  }

  private static Json read(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    if (token == null) {
      throw new IOException("no value");
    }
    return switch (token) {
      case START_OBJECT -> members(in);
      case START_ARRAY -> items(in);
      case VALUE_STRING -> new Text(in.getText());
      case VALUE_NUMBER_INT -> whole(in);
      case VALUE_TRUE -> new Truth(true);
      case VALUE_FALSE -> new Truth(false);
      case VALUE_NULL -> new Nothing();
      default -> throw new IOException("not a value of this dialect");
    };
  }

  private static Json members(JsonParser in) throws IOException {
    Map<String, Json> members = new LinkedHashMap<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      members.put(name, read(in));
    }
    return new Members(members);
  }

  private static Json items(JsonParser in) throws IOException {
    List<Json> items = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      items.add(read(in));
    }
    return new Items(items);
  }

  private static Json whole(JsonParser in) throws IOException {
    long value = in.getLongValue();
    if (Math.abs(value) > MAX_WHOLE) {
      throw new IOException("beyond 2^53");
    }
    return new Whole(value);
  }
}
