package havn.letters.postgres;

import havn.kernel.id.FileId;
import havn.kernel.id.LetterId;
import havn.kernel.id.MailboxId;
import havn.letters.Keeping;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;

/// Gives files to what names them, inside its transaction. Each file has one owner for good; rows
/// are locked in the order of their ids.
final class Claim {

  private static final String FREE =
      " WHERE id IN (SELECT id FROM sealed_file WHERE id = ANY($1) AND ends > $2"
          + " AND letter IS NULL AND mailbox IS NULL AND chat IS NULL ORDER BY id FOR UPDATE)";
  private static final String FOR_LETTER = "UPDATE sealed_file SET ends = $3, letter = $4" + FREE;
  private static final String FOR_ANSWER =
      "UPDATE sealed_file SET ends = $3, mailbox = $4, number = $5" + FREE;

  private Claim() {}

  static Future<Keeping> forLetter(
      SqlConnection connection, LetterId letter, List<FileId> files, Instant now, Instant ends) {
    return claim(
        connection,
        FOR_LETTER,
        tuple(files, now, ends).addBuffer(Buffer.buffer(letter.bytes())),
        files.size());
  }

  static Future<Keeping> forAnswer(
      SqlConnection connection,
      MailboxId mailbox,
      int number,
      List<FileId> files,
      Instant now,
      Instant ends) {
    return claim(
        connection,
        FOR_ANSWER,
        tuple(files, now, ends).addBuffer(Buffer.buffer(mailbox.bytes())).addInteger(number),
        files.size());
  }

  private static Tuple tuple(List<FileId> files, Instant now, Instant ends) {
    return Tuple.tuple()
        .addArrayOfBuffer(Rows.files(files))
        .addOffsetDateTime(Rows.time(now))
        .addOffsetDateTime(Rows.time(ends));
  }

  private static Future<Keeping> claim(
      SqlConnection connection, String query, Tuple values, int files) {
    if (files == 0) {
      return Future.succeededFuture(Keeping.KEPT);
    }
    return connection
        .preparedQuery(query)
        .execute(values)
        .map(claimed -> claimed.rowCount() == files ? Keeping.KEPT : Keeping.NO_SUCH_FILE);
  }
}
