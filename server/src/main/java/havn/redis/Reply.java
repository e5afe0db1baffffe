package havn.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What Redis answered.
public sealed interface Reply {

  /// Nothing there.
  record None() implements Reply {}

  record Number(long value) implements Reply {}

  /// A value or a status word.
  @SuppressWarnings("ArrayRecordComponent")
  record Bytes(byte[] value) implements Reply {}

  record Many(List<Reply> values) implements Reply {}

  /// The number; a text of digits is read as one.
  default long number() {
    return switch (this) {
      case Number n -> n.value();
      case Bytes b -> Long.parseLong(text());
      case None n -> throw unexpected();
      case Many m -> throw unexpected();
    };
  }

  default byte[] bytes() {
    return switch (this) {
      case Bytes b -> b.value();
      case Number n -> Long.toString(n.value()).getBytes(StandardCharsets.US_ASCII);
      case None n -> throw unexpected();
      case Many m -> throw unexpected();
    };
  }

  default String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /// The parts of an array; an absent one has none.
  default List<Reply> parts() {
    return switch (this) {
      case Many m -> m.values();
      case None n -> List.of();
      case Number n -> throw unexpected();
      case Bytes b -> throw unexpected();
    };
  }

  private IllegalStateException unexpected() {
    return new IllegalStateException("Redis answered a " + getClass().getSimpleName());
  }
}
