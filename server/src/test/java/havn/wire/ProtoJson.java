package havn.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;

/// Prints a message in Protobuf's JSON mapping, so that another language can build the same one.
final class ProtoJson {

  private ProtoJson() {}

  static JsonObject of(Message message) {
    JsonObject json = new JsonObject();
    message
        .getAllFields()
        .forEach(
            (field, value) ->
                json.put(
                    field.getJsonName(),
                    value instanceof List<?> many
                        ? new JsonArray(many.stream().map(one -> value(field, one)).toList())
                        : value(field, value)));
    return json;
  }

  private static Object value(FieldDescriptor field, Object value) {
    return switch (value) {
      case Message message -> of(message);
      case ByteString bytes -> Base64.getEncoder().encodeToString(bytes.toByteArray());
      case EnumValueDescriptor constant -> constant.getName();
      case Integer number when field.getJavaType() == JavaType.INT ->
          Integer.toUnsignedLong(number);
      case Long number -> Long.toUnsignedString(number);
      default -> value;
    };
  }
}
