package havn.letters.postgres;

import static havn.letters.postgres.Rows.time;

import havn.kernel.id.FileId;
import havn.letters.FileStore;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

final class PgFileStore implements FileStore {

  private static final String KEEP =
      "INSERT INTO sealed_file (id, content, bytes, ends) SELECT $1, $2, $3, $4"
          + " WHERE (SELECT coalesce(sum(bytes), 0) FROM sealed_file) + $3 <= $5";
  private static final String FIND = "SELECT content FROM sealed_file WHERE id = $1 AND ends > $2";

  private final Pool pool;

  PgFileStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Boolean> keep(FileId id, byte[] content, Instant ends, long mostBytes) {
    return pool.preparedQuery(KEEP)
        .execute(
            Tuple.of(
                Buffer.buffer(id.bytes()),
                Buffer.buffer(content),
                content.length,
                time(ends),
                mostBytes))
        .map(kept -> kept.rowCount() == 1);
  }

  @Override
  public Future<Optional<byte[]>> find(FileId id, Instant now) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(Buffer.buffer(id.bytes()), time(now)))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .findFirst()
                    .map(row -> Rows.bytes(row, "content")));
  }
}
