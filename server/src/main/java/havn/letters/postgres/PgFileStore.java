package havn.letters.postgres;

import static havn.letters.postgres.Rows.time;

import havn.kernel.id.ConversationId;
import havn.kernel.id.FileId;
import havn.letters.ChatFiles;
import havn.letters.FileStore;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

final class PgFileStore implements FileStore {

  private static final String KEEP =
      "INSERT INTO sealed_file (id, content, bytes, ends) SELECT $1, $2, $3, $4"
          + " WHERE (SELECT coalesce(sum(bytes), 0) FROM sealed_file) + $3 <= $5";
  private static final String KEEP_FOR_CHAT =
      "INSERT INTO sealed_file (id, content, bytes, ends, chat) SELECT $1, $2, $3, $4, $6"
          + " WHERE (SELECT coalesce(sum(bytes), 0) FROM sealed_file) + $3 <= $5"
          + " AND (SELECT count(*) < "
          + ChatFiles.MOST
          + " AND coalesce(sum(bytes), 0) + $3 <= "
          + ChatFiles.MOST_BYTES
          + " FROM sealed_file WHERE chat = $6)";
  private static final String OF_CHAT =
      "SELECT count(*)::integer AS files, coalesce(sum(bytes), 0)::bigint AS bytes"
          + " FROM sealed_file WHERE chat = $1";
  private static final String DROP = "DELETE FROM sealed_file WHERE chat = $1";
  private static final String CHATS =
      "SELECT DISTINCT chat FROM sealed_file WHERE chat IS NOT NULL LIMIT $1";
  private static final String FIND = "SELECT content FROM sealed_file WHERE id = $1 AND ends > $2";
  private static final String FIND_OF_CHATS = FIND + " AND chat IS NOT NULL";

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
  public Future<Held> ofChat(ConversationId chat) {
    return pool.preparedQuery(OF_CHAT)
        .execute(Tuple.of(Buffer.buffer(chat.bytes())))
        .map(
            rows -> {
              var row = rows.iterator().next();
              return new Held(row.getInteger("files"), row.getLong("bytes"));
            });
  }

  @Override
  public Future<Boolean> keepForChat(
      FileId id, ConversationId chat, byte[] content, Instant ends, long mostBytes) {
    return pool.preparedQuery(KEEP_FOR_CHAT)
        .execute(
            Tuple.of(
                Buffer.buffer(id.bytes()),
                Buffer.buffer(content),
                content.length,
                time(ends),
                mostBytes,
                Buffer.buffer(chat.bytes())))
        .map(kept -> kept.rowCount() == 1);
  }

  @Override
  public Future<Integer> dropOf(ConversationId chat) {
    return pool.preparedQuery(DROP)
        .execute(Tuple.of(Buffer.buffer(chat.bytes())))
        .map(gone -> gone.rowCount());
  }

  @Override
  public Future<List<ConversationId>> chats(int most) {
    return pool.preparedQuery(CHATS)
        .execute(Tuple.of(most))
        .map(
            rows -> {
              List<ConversationId> chats = new ArrayList<>();
              rows.forEach(row -> ConversationId.of(Rows.bytes(row, "chat")).ifPresent(chats::add));
              return chats;
            });
  }

  @Override
  public Future<Optional<byte[]>> find(FileId id, Instant now) {
    return find(FIND, id, now);
  }

  @Override
  public Future<Optional<byte[]>> findOfChats(FileId id, Instant now) {
    return find(FIND_OF_CHATS, id, now);
  }

  private Future<Optional<byte[]>> find(String query, FileId id, Instant now) {
    return pool.preparedQuery(query)
        .execute(Tuple.of(Buffer.buffer(id.bytes()), time(now)))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .findFirst()
                    .map(row -> Rows.bytes(row, "content")));
  }
}
