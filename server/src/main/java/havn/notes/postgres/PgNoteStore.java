package havn.notes.postgres;

import havn.kernel.id.DeviceId;
import havn.kernel.id.NoteId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.notes.Note;
import havn.notes.NoteAct;
import havn.notes.NoteStore;
import havn.staff.Right;
import havn.staff.StaffMember;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class PgNoteStore implements NoteStore {

  private static final String HOLD = "SELECT FROM service WHERE id = $1 FOR NO KEY UPDATE";
  private static final String ADD =
      "INSERT INTO sealed_note (id, service, kind, file, devices, eraser, done, at, ends)"
          + " SELECT $1, $2, $3, $4, $5, $6, false, $7, $8"
          + " WHERE (SELECT count(*) FROM sealed_note WHERE service = $2 AND kind = $3) < "
          + Note.MOST;
  private static final String ALL =
      "SELECT id, service, kind, devices, holder, done, at, ends,"
          + " (SELECT shown_name FROM staff WHERE staff.id = holder) AS name FROM sealed_note"
          + " WHERE service = ANY($1) AND ends > $2 ORDER BY done, at DESC, id";
  private static final String FILES =
      "SELECT id, file FROM sealed_note WHERE service = $1 AND kind = $2 AND ends > $3"
          + " ORDER BY at DESC, id";
  private static final String MINE = " WHERE id = $1 AND service = ANY($2) AND ends > $3";
  private static final String CLAIM =
      "UPDATE sealed_note SET holder = $4" + MINE + " AND holder IS NULL AND NOT done";
  private static final String GIVE_BACK =
      "UPDATE sealed_note SET holder = NULL" + MINE + " AND holder = $4 AND NOT done";
  private static final String GIVE_BACK_FOR_OTHERS =
      "UPDATE sealed_note SET holder = NULL"
          + MINE
          + " AND $4::bytea IS NOT NULL AND holder IS NOT NULL AND NOT done";
  private static final String DONE =
      "UPDATE sealed_note SET done = true" + MINE + " AND holder = $4";
  private static final String DELETE =
      "DELETE FROM sealed_note" + MINE + " AND $4::bytea IS NOT NULL";
  private static final String ERASE = "DELETE FROM sealed_note WHERE eraser = $1";
  private static final String FORGET = "DELETE FROM sealed_note WHERE ends <= $1";

  private final Pool pool;

  PgNoteStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Boolean> add(New note) {
    Tuple row =
        Tuple.tuple()
            .addBuffer(Buffer.buffer(note.id().bytes()))
            .addString(note.service().slug())
            .addString(note.kind().printed())
            .addBuffer(Buffer.buffer(note.file()))
            .addArrayOfBuffer(
                note.devices().stream().map(id -> Buffer.buffer(id.bytes())).toArray(Buffer[]::new))
            .addString(note.eraser().orElse(null))
            .addOffsetDateTime(time(note.at()))
            .addOffsetDateTime(time(note.ends()));
    return pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(HOLD)
                    .execute(Tuple.of(note.service().slug()))
                    .compose(held -> connection.preparedQuery(ADD).execute(row))
                    .map(added -> added.rowCount() == 1))
        .map(added -> Objects.requireNonNull(added));
  }

  @Override
  public Future<List<Note>> all(Set<ServiceId> services, Instant now) {
    return pool.preparedQuery(ALL)
        .execute(Tuple.tuple().addArrayOfString(slugs(services)).addOffsetDateTime(time(now)))
        .map(
            rows -> {
              List<Note> all = new ArrayList<>(rows.size());
              rows.forEach(row -> all.add(note(row)));
              return all;
            });
  }

  @Override
  public Future<Map<NoteId, byte[]>> files(ServiceId service, Note.Kind kind, Instant now) {
    return pool.preparedQuery(FILES)
        .execute(Tuple.of(service.slug(), kind.printed(), time(now)))
        .map(
            rows -> {
              Map<NoteId, byte[]> files = new LinkedHashMap<>();
              rows.forEach(row -> files.put(id(row), row.getBuffer("file").getBytes()));
              return files;
            });
  }

  @Override
  public Future<Boolean> act(NoteId id, StaffMember who, NoteAct act, Instant now) {
    String query =
        switch (act) {
          case CLAIM -> CLAIM;
          case GIVE_BACK ->
              Right.GIVE_BACK_FOR_OTHERS.has(who.role()) ? GIVE_BACK_FOR_OTHERS : GIVE_BACK;
          case DONE -> DONE;
          case DELETE -> DELETE;
        };
    return pool.preparedQuery(query)
        .execute(
            Tuple.tuple()
                .addBuffer(Buffer.buffer(id.bytes()))
                .addArrayOfString(slugs(who.services()))
                .addOffsetDateTime(time(now))
                .addBuffer(Buffer.buffer(who.id().bytes())))
        .map(changed -> changed.rowCount() == 1);
  }

  @Override
  public Future<Integer> eraseBy(String eraser) {
    return pool.preparedQuery(ERASE).execute(Tuple.of(eraser)).map(RowSet::rowCount);
  }

  @Override
  public Future<Integer> forget(Instant now) {
    return pool.preparedQuery(FORGET).execute(Tuple.of(time(now))).map(RowSet::rowCount);
  }

  private static Note note(Row row) {
    return new Note(
        id(row),
        new ServiceId(row.getString("service")),
        Note.Kind.parse(row.getString("kind")).orElseThrow(),
        Stream.of(row.getArrayOfBuffers("devices"))
            .flatMap(id -> DeviceId.of(id.getBytes()).stream())
            .toList(),
        Optional.ofNullable(row.getBuffer("holder"))
            .flatMap(id -> StaffId.of(id.getBytes()))
            .map(id -> new Note.Holder(id, row.getString("name"))),
        row.getBoolean("done"),
        row.getOffsetDateTime("at").toInstant(),
        row.getOffsetDateTime("ends").toInstant());
  }

  private static NoteId id(Row row) {
    return NoteId.of(row.getBuffer("id").getBytes()).orElseThrow();
  }

  private static String[] slugs(Set<ServiceId> services) {
    return services.stream().map(ServiceId::slug).toArray(String[]::new);
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
