package havn.outreach.postgres;

import havn.kernel.id.Id16;
import havn.kernel.time.SystemTime;
import havn.outreach.CardStore;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/// How values stand in columns.
final class Columns {

  private Columns() {}

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /// The day in Oslo: a card is gone when its last day begins.
  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, SystemTime.OSLO);
  }

  static Buffer key(Id16 id) {
    return Buffer.buffer(id.bytes());
  }

  static Buffer[] keys(Collection<? extends Id16> ids) {
    return ids.stream().map(Columns::key).toArray(Buffer[]::new);
  }

  static Buffer[] buffers(List<byte[]> all) {
    return all.stream().map(Buffer::buffer).toArray(Buffer[]::new);
  }

  static byte[] bytes(Row row, String column) {
    return row.getBuffer(column).getBytes();
  }

  /// `$1` card, `$2` service, `$3` who, `$4` now, `$5` the day.
  static Tuple held(CardStore.Held held, Instant now) {
    return Tuple.of(key(held.card()), held.service().slug(), key(held.who()), utc(now), day(now));
  }

  static boolean one(RowSet<Row> rows) {
    return rows.rowCount() == 1;
  }
}
