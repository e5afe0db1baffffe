package havn.transcript.postgres;

import havn.kernel.id.ArchiveId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.transcript.ArchiveBounds;
import havn.transcript.ArchiveStore;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class PgArchiveStore implements ArchiveStore {

  private static final String BEGIN =
      "INSERT INTO archive (id, service, eraser, writer, wraps, devices, begun, ends)"
          + " SELECT $1, $2, $3, $4, $5, $6, $7, $8"
          + " WHERE (SELECT count(*) FROM archive) < "
          + ArchiveBounds.MOST_ARCHIVES
          + " AND (SELECT count(*) FROM archive WHERE eraser = $3) < "
          + ArchiveBounds.PER_CONVERSATION;
  private static final String ADD =
      "INSERT INTO archive_part (archive, number, content) SELECT id, $3, $4 FROM archive WHERE id"
          + " = $1 AND writer = $2 AND begun > $5 AND ends > $6 AND $3 = 1 + (SELECT"
          + " coalesce(max(number), 0) FROM archive_part WHERE archive = $1) ON CONFLICT DO"
          + " NOTHING";
  private static final String PART =
      "SELECT p.content FROM archive a LEFT JOIN archive_part p ON p.archive = a.id AND p.number ="
          + " $3 WHERE a.id = $1 AND a.writer = $2 AND a.begun > $4 AND a.ends > $5";
  private static final String HEAD =
      "SELECT a.id, a.service, a.writer, a.wraps, a.devices, a.begun, a.ends,"
          + " (SELECT count(*)::integer FROM archive_part p WHERE p.archive = a.id) AS parts"
          + " FROM archive a WHERE a.service = ANY($1) AND a.ends > $2";

  /// One without a part has nothing to read yet.
  private static final String HEADS =
      HEAD
          + " AND EXISTS (SELECT FROM archive_part p WHERE p.archive = a.id)"
          + " ORDER BY a.begun DESC, a.id LIMIT "
          + ArchiveBounds.MOST_LISTED;
  private static final String FIND = HEAD + " AND a.id = $3";
  private static final String PARTS =
      "SELECT content FROM archive_part WHERE archive = $1 ORDER BY number";
  private static final String ERASABLE =
      "SELECT id FROM archive WHERE eraser = $1 LIMIT " + ArchiveBounds.PER_CONVERSATION;
  private static final String ENDED =
      "SELECT id FROM archive WHERE ends <= $1 ORDER BY ends LIMIT $2";
  private static final String DELETE = "DELETE FROM archive WHERE id = $1";

  private final Pool pool;

  PgArchiveStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Boolean> begin(NewArchive archive) {
    return pool.preparedQuery(BEGIN)
        .execute(
            Tuple.tuple()
                .addBuffer(Buffer.buffer(archive.id().bytes()))
                .addString(archive.service().slug())
                .addString(archive.eraser())
                .addBuffer(Buffer.buffer(archive.writer().bytes()))
                .addBuffer(Buffer.buffer(archive.wraps()))
                .addArrayOfBuffer(
                    archive.devices().stream()
                        .map(device -> Buffer.buffer(device.bytes()))
                        .toArray(Buffer[]::new))
                .addOffsetDateTime(time(archive.begun()))
                .addOffsetDateTime(time(archive.ends())))
        .map(begun -> begun.rowCount() == 1);
  }

  @Override
  public Future<Added> add(ArchiveId id, StaffId writer, int number, byte[] content, Instant now) {
    Buffer key = Buffer.buffer(id.bytes());
    Buffer by = Buffer.buffer(writer.bytes());
    OffsetDateTime since = time(now.minus(ArchiveBounds.WRITABLE));
    return pool.preparedQuery(ADD)
        .execute(Tuple.of(key, by, number, Buffer.buffer(content), since, time(now)))
        .compose(
            added ->
                added.rowCount() == 1
                    ? Future.succeededFuture(Added.KEPT)
                    : pool.preparedQuery(PART)
                        .execute(Tuple.of(key, by, number, since, time(now)))
                        .map(rows -> known(rows, content)));
  }

  private static Added known(RowSet<Row> rows, byte[] content) {
    if (rows.size() == 0) {
      return Added.UNKNOWN;
    }
    Buffer kept = rows.iterator().next().getBuffer("content");
    return kept != null && Arrays.equals(kept.getBytes(), content) ? Added.KEPT : Added.BEHIND;
  }

  @Override
  public Future<List<Head>> heads(Set<ServiceId> services, Instant now) {
    return pool.preparedQuery(HEADS)
        .execute(visible(services, now))
        .map(
            rows -> {
              List<Head> heads = new ArrayList<>();
              rows.forEach(row -> heads.add(head(row)));
              return heads;
            });
  }

  @Override
  public Future<Optional<Sealed>> find(ArchiveId id, Set<ServiceId> services, Instant now) {
    return pool.preparedQuery(FIND)
        .execute(visible(services, now).addBuffer(Buffer.buffer(id.bytes())))
        .compose(
            rows ->
                rows.size() == 0
                    ? Future.succeededFuture(Optional.empty())
                    : withParts(rows.iterator().next()).map(Optional::of));
  }

  private Future<Sealed> withParts(Row row) {
    return pool.preparedQuery(PARTS)
        .execute(Tuple.of(row.getBuffer("id")))
        .map(
            rows -> {
              List<byte[]> parts = new ArrayList<>();
              rows.forEach(part -> parts.add(part.getBuffer("content").getBytes()));
              return new Sealed(head(row), row.getBuffer("wraps").getBytes(), parts);
            });
  }

  @Override
  public Future<List<ArchiveId>> erasableBy(String eraser) {
    return pool.preparedQuery(ERASABLE).execute(Tuple.of(eraser)).map(PgArchiveStore::ids);
  }

  @Override
  public Future<List<ArchiveId>> ended(Instant now, int most) {
    return pool.preparedQuery(ENDED).execute(Tuple.of(time(now), most)).map(PgArchiveStore::ids);
  }

  @Override
  public Future<Void> delete(ArchiveId id) {
    return pool.preparedQuery(DELETE).execute(Tuple.of(Buffer.buffer(id.bytes()))).mapEmpty();
  }

  private static List<ArchiveId> ids(RowSet<Row> rows) {
    List<ArchiveId> ids = new ArrayList<>();
    rows.forEach(row -> ids.add(ArchiveId.of(row.getBuffer("id").getBytes()).orElseThrow()));
    return ids;
  }

  private static Tuple visible(Collection<ServiceId> services, Instant now) {
    return Tuple.tuple()
        .addArrayOfString(services.stream().map(ServiceId::slug).toArray(String[]::new))
        .addOffsetDateTime(time(now));
  }

  private static Head head(Row row) {
    return new Head(
        ArchiveId.of(row.getBuffer("id").getBytes()).orElseThrow(),
        new ServiceId(row.getString("service")),
        StaffId.of(row.getBuffer("writer").getBytes()).orElseThrow(),
        Stream.of(row.getArrayOfBuffers("devices"))
            .flatMap(device -> DeviceId.of(device.getBytes()).stream())
            .toList(),
        row.getOffsetDateTime("begun").toInstant(),
        row.getOffsetDateTime("ends").toInstant(),
        row.getInteger("parts"));
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
