package havn.correspondence.postgres;

import havn.correspondence.Release;
import havn.courtesy.Occasion;
import havn.courtesy.Window;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How values stand in columns.
final class Columns {

  private Columns() {}

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  static Buffer bytes(byte[] bytes) {
    return Buffer.buffer(bytes);
  }

  static byte[] bytes(Row row, String column) {
    return row.getBuffer(column).getBytes();
  }

  /// Every occasion that this version knows.
  static String[] occasions() {
    return Arrays.stream(Occasion.values()).map(Release::printed).toArray(String[]::new);
  }

  static Occasion occasion(String printed) {
    return Arrays.stream(Occasion.values())
        .filter(each -> Release.printed(each).equals(printed))
        .findFirst()
        .orElseThrow();
  }

  /// From, to, from, to, …
  static Short[] windows(List<Window> windows) {
    return windows.stream()
        .flatMap(window -> List.of((short) window.from(), (short) window.to()).stream())
        .toArray(Short[]::new);
  }

  static List<Window> windows(Short[] column) {
    List<Window> windows = new ArrayList<>(column.length / 2);
    for (int i = 0; i + 1 < column.length; i += 2) {
      windows.add(new Window(column[i], column[i + 1]));
    }
    return windows;
  }

  /// Each `from × 10,000 + to`.
  static List<Window> pairs(Integer[] column) {
    return Stream.of(column).map(both -> new Window(both / 10_000, both % 10_000)).toList();
  }
}
