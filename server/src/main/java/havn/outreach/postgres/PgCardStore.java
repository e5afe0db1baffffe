package havn.outreach.postgres;

import static havn.outreach.postgres.Columns.buffers;
import static havn.outreach.postgres.Columns.bytes;
import static havn.outreach.postgres.Columns.day;
import static havn.outreach.postgres.Columns.held;
import static havn.outreach.postgres.Columns.key;
import static havn.outreach.postgres.Columns.keys;
import static havn.outreach.postgres.Columns.utc;

import havn.courtesy.Window;
import havn.kernel.id.ContactId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import havn.outreach.Card;
import havn.outreach.CardPart;
import havn.outreach.CardStore;
import havn.outreach.Consent;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

final class PgCardStore implements CardStore {

  private static final int MOST_WITH = 1_000;

  /// Cards and campaigns of one service are kept one after another.
  static final String HOLD = "SELECT FROM service WHERE id = $1 FOR NO KEY UPDATE";
  private static final String KNOWN = "SELECT FROM contact WHERE id = $1";
  private static final String ADD =
      "INSERT INTO contact (id, service, face, numbers, devices, language, win_from, win_to,"
          + " source, batch, adverts, made, ends, consent_day, consent_how, consent_by, sealed)"
          + " SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,"
          + " CASE WHEN stands THEN $14::date END, CASE WHEN stands THEN $15::text END,"
          + " CASE WHEN stands THEN $16::bytea END, $12 FROM (SELECT "
          + Consents.STANDS
          + " AS stands) AS yes WHERE (SELECT count(*) FROM contact WHERE service = $2) < "
          + MOST_CARDS
          + " ON CONFLICT (id) DO NOTHING";
  private static final String TAG =
      "INSERT INTO contact_tag (contact, place, tag, stop, textable) VALUES ($1, $2, $3, $4, $5)";
  private static final String COUNT =
      """
      WITH mine AS (SELECT id, service, adverts FROM contact WHERE service = $1 AND ends > $2),
        tags AS (SELECT t.contact, t.tag, t.stop FROM contact_tag t JOIN mine ON mine.id = t.contact)
      SELECT (SELECT count(*) FROM mine) AS cards,
        (SELECT coalesce(sum(adverts), 0) FROM mine) AS adverts,
        (SELECT count(DISTINCT tag) FROM tags) AS numbers,
        (SELECT count(DISTINCT contact) FROM tags JOIN begun b ON b.tag = tags.tag) AS contacted,
        (SELECT count(DISTINCT contact) FROM tags JOIN heard h ON h.tag = tags.tag
          WHERE h.word IS NOT NULL) AS replied,
        (SELECT count(DISTINCT contact) FROM tags JOIN opt_out o ON o.stop = tags.stop
          WHERE o.service IN ('', $1)) AS stopped
      """;
  private static final String WITH =
      "SELECT t.tag, t.contact, c.win_from, c.win_to FROM contact_tag t JOIN contact c ON c.id ="
          + " t.contact WHERE t.tag = ANY($1) AND c.service = $2 AND c.ends > $3 GROUP BY t.tag,"
          + " c.id, t.contact ORDER BY c.made, t.contact LIMIT "
          + MOST_WITH;

  static final String MINE = " WHERE id = $1 AND service = $2 AND ends > $5";
  private static final String NOBODY_ELSE =
      " AND (holder = $3 OR NOT EXISTS (SELECT FROM staff s WHERE s.id = contact.holder"
          + " AND s.gone IS NULL AND contact.held_until > $4))";
  static final String I_HOLD = " AND holder = $3 AND held_until > $4";
  static final String UNTIL =
      "UPDATE contact SET holder = $3, held_until = $4::timestamptz + make_interval(mins => "
          + Card.HELD.toMinutes()
          + ")";
  private static final String TAKE =
      UNTIL
          + MINE
          + NOBODY_ELSE
          + " AND (SELECT count(*) FROM contact h WHERE h.holder = $3 AND h.held_until > $4"
          + " AND h.id <> $1) < "
          + MOST_HELD;
  private static final String HOLDS =
      "SELECT count(*) AS holds FROM contact WHERE holder = $1 AND held_until > $2";
  private static final String RENEW = UNTIL + MINE + I_HOLD;
  private static final String GIVE_BACK =
      "UPDATE contact SET holder = NULL, held_until = $4" + MINE + " AND held_until > $4";
  private static final String GIVE_BACK_MINE = GIVE_BACK + " AND holder = $3";
  private static final String GIVE_BACK_ANYBODYS =
      GIVE_BACK + " AND holder IS NOT NULL AND $3::bytea IS NOT NULL";
  private static final String DELETE =
      Dropping.WITH_CARDS.formatted("DELETE FROM contact" + MINE + NOBODY_ELSE, "$4");
  private static final String OPEN_FACE =
      "SELECT face AS file, version FROM contact WHERE id = $1 AND service = $2 AND ends > $3";
  private static final String OPEN_NUMBERS =
      "SELECT numbers AS file, version FROM contact WHERE id = $1 AND service = $2 AND ends > $3";
  /// The numbers stay as they are: both parts open for those devices that have both.
  private static final String WRITE =
      UNTIL
          + ", face = $6, devices = ARRAY(SELECT unnest(devices) INTERSECT SELECT"
          + " unnest($7::bytea[])), language = coalesce($8::text, language),"
          + " win_from = CASE WHEN $8 IS NULL THEN win_from ELSE $9::smallint END,"
          + " win_to = CASE WHEN $8 IS NULL THEN win_to ELSE $10::smallint END,"
          + " version = version + 1"
          + MINE
          + I_HOLD
          + " AND version = $11";
  private static final String CALLED =
      "INSERT INTO begun (id, tag, service, at, what) SELECT $1, $2, $3, $4, 'call'"
          + " WHERE NOT EXISTS (SELECT FROM begun WHERE tag = $2 AND what = 'call'"
          + " AND at > $4::timestamptz - interval '1 minute')";

  private final Pool pool;
  private final Consents consents;
  private final Sweeping sweeping;

  PgCardStore(Pool pool) {
    this.pool = pool;
    this.consents = new Consents(pool);
    this.sweeping = new Sweeping(pool);
  }

  @Override
  public Future<List<Kept>> keep(Batch batch, List<New> cards, Instant now) {
    return pool.<List<Kept>>withTransaction(
            connection -> {
              Future<List<Kept>> all =
                  connection
                      .preparedQuery(HOLD)
                      .execute(Tuple.of(batch.service().slug()))
                      .map(held -> new ArrayList<>(cards.size()));
              for (New card : cards) {
                all =
                    all.compose(
                        before ->
                            keep(connection, batch, card, now)
                                .map(
                                    kept -> {
                                      before.add(kept);
                                      return before;
                                    }));
              }
              return all;
            })
        .map(Objects::requireNonNull);
  }

  private static Future<Kept> keep(SqlConnection connection, Batch batch, New card, Instant now) {
    return connection
        .preparedQuery(KNOWN)
        .execute(Tuple.of(key(card.id())))
        .compose(
            known ->
                known.size() == 1
                    ? Future.succeededFuture(Kept.KNOWN)
                    : add(connection, batch, card, now));
  }

  private static Future<Kept> add(SqlConnection connection, Batch batch, New card, Instant now) {
    Tuple row =
        Tuple.tuple()
            .addBuffer(key(card.id()))
            .addString(batch.service().slug())
            .addBuffer(Buffer.buffer(card.face().file()))
            .addBuffer(Buffer.buffer(card.sealed()))
            .addArrayOfBuffer(keys(card.face().devices()))
            .addString(card.face().language())
            .addInteger(card.face().window().map(Window::from).orElse(null))
            .addInteger(card.face().window().map(Window::to).orElse(null))
            .addString(batch.source().printed())
            .addBuffer(Buffer.buffer(batch.batch()))
            .addInteger(card.adverts())
            .addOffsetDateTime(utc(now))
            .addLocalDate(batch.ends())
            .addLocalDate(card.consent().map(Consent.Given::day).orElse(null))
            .addString(card.consent().map(given -> given.how().printed()).orElse(null))
            .addBuffer(card.consent().map(given -> key(given.by())).orElse(null))
            .addArrayOfBuffer(buffers(contacts(card)));
    return connection
        .preparedQuery(ADD)
        .execute(row)
        .compose(
            added ->
                added.rowCount() == 1
                    ? connection
                        .preparedQuery(TAG)
                        .executeBatch(tags(card))
                        .map(tagged -> Kept.KEPT)
                    : Future.succeededFuture(Kept.FULL));
  }

  private static List<byte[]> contacts(New card) {
    return card.numbers().stream().map(number -> number.known().contact()).toList();
  }

  private static List<Tuple> tags(New card) {
    List<Tuple> rows = new ArrayList<>(card.numbers().size());
    for (Card.Number number : card.numbers()) {
      rows.add(
          Tuple.of(
              key(card.id()),
              rows.size(),
              Buffer.buffer(number.known().contact()),
              Buffer.buffer(number.known().stop()),
              number.textable()));
    }
    return rows;
  }

  @Override
  public Future<Page> list(ServiceId service, Optional<Place> after, Instant now) {
    return pool.preparedQuery(CardRows.LIST)
        .execute(
            cards(service, now)
                .addBoolean(after.map(Place::stopped).orElse(null))
                .addOffsetDateTime(after.flatMap(Place::begun).map(Columns::utc).orElse(null))
                .addOffsetDateTime(after.map(Place::made).map(Columns::utc).orElse(null))
                .addBuffer(after.map(Place::card).map(Columns::key).orElse(null))
                .addInteger(MOST_LISTED))
        .map(rows -> new Page(CardRows.cards(rows), CardRows.last(rows)));
  }

  @Override
  public Future<List<Card>> free(Wanted wanted, int after, Instant now) {
    return pool.preparedQuery(CardRows.FREE)
        .execute(wanted(wanted, now).addInteger(after).addInteger(MOST_LOOKED_AT))
        .map(CardRows::cards);
  }

  @Override
  public Future<List<Card>> heldBy(StaffId who, Wanted wanted, Instant now) {
    return pool.preparedQuery(CardRows.HELD)
        .execute(wanted(wanted, now).addBuffer(key(who)))
        .map(CardRows::cards);
  }

  private static Tuple wanted(Wanted wanted, Instant now) {
    return cards(wanted.service(), now)
        .addArrayOfString(wanted.languages().toArray(String[]::new))
        .addBuffer(wanted.campaign().map(Columns::key).orElse(null));
  }

  @Override
  public Future<Integer> holds(StaffId who, Instant now) {
    return pool.preparedQuery(HOLDS)
        .execute(Tuple.of(key(who), utc(now)))
        .map(rows -> rows.iterator().next().getInteger("holds"));
  }

  @Override
  public Future<Optional<Card>> find(ServiceId service, ContactId id, Instant now) {
    return pool.preparedQuery(CardRows.FIND)
        .execute(cards(service, now).addBuffer(key(id)))
        .map(rows -> CardRows.cards(rows).stream().findFirst());
  }

  private static Tuple cards(ServiceId service, Instant now) {
    return Tuple.of(service.slug(), day(now), utc(now));
  }

  @Override
  public Future<Counts> count(ServiceId service, Instant now) {
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(service.slug(), day(now)))
        .map(rows -> counts(rows.iterator().next()));
  }

  private static Counts counts(Row row) {
    return new Counts(
        row.getInteger("cards"),
        row.getInteger("numbers"),
        row.getInteger("adverts"),
        row.getInteger("contacted"),
        row.getInteger("replied"),
        row.getInteger("stopped"));
  }

  @Override
  public Future<List<With>> with(ServiceId service, List<byte[]> contacts, Instant now) {
    return pool.preparedQuery(WITH)
        .execute(
            Tuple.tuple()
                .addArrayOfBuffer(buffers(contacts))
                .addString(service.slug())
                .addLocalDate(day(now)))
        .map(
            rows -> {
              List<With> with = new ArrayList<>(rows.size());
              rows.forEach(
                  row ->
                      with.add(
                          new With(
                              bytes(row, "tag"),
                              ContactId.of(bytes(row, "contact")).orElseThrow(),
                              CardRows.window(row))));
              return with;
            });
  }

  @Override
  public Future<Boolean> take(Held held, Instant now) {
    return pool.preparedQuery(TAKE).execute(held(held, now)).map(Columns::one);
  }

  @Override
  public Future<Boolean> renew(Held held, Instant now) {
    return pool.preparedQuery(RENEW).execute(held(held, now)).map(Columns::one);
  }

  @Override
  public Future<Boolean> giveBack(Held held, boolean anybodys, Instant now) {
    return pool.preparedQuery(anybodys ? GIVE_BACK_ANYBODYS : GIVE_BACK_MINE)
        .execute(held(held, now))
        .map(Columns::one);
  }

  @Override
  public Future<Optional<File>> open(ServiceId service, ContactId id, CardPart part, Instant now) {
    String query =
        switch (part) {
          case FACE -> OPEN_FACE;
          case NUMBERS, SEND -> OPEN_NUMBERS;
        };
    return pool.preparedQuery(query)
        .execute(Tuple.of(key(id), service.slug(), day(now)))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(new File(bytes(row, "file"), row.getInteger("version")));
              }
              return Optional.empty();
            });
  }

  @Override
  public Future<Boolean> write(Held held, Rewritten face, int version, Instant now) {
    Optional<Window> window = face.facts().flatMap(Facts::window);
    return pool.preparedQuery(WRITE)
        .execute(
            held(held, now)
                .addBuffer(Buffer.buffer(face.file()))
                .addArrayOfBuffer(keys(face.devices()))
                .addString(face.facts().map(Facts::language).orElse(null))
                .addInteger(window.map(Window::from).orElse(null))
                .addInteger(window.map(Window::to).orElse(null))
                .addInteger(version))
        .map(Columns::one);
  }

  @Override
  public Future<Boolean> consent(Held held, Consent.Given given, Instant now) {
    return consents.give(held, given, now);
  }

  @Override
  public Future<Boolean> withdraw(ServiceId service, ContactId card, Instant now) {
    return consents.withdraw(service, card, now);
  }

  @Override
  public Future<List<Withdrawn>> withdrawn(ServiceId service, List<byte[]> contacts) {
    return consents.of(service, contacts);
  }

  @Override
  public Future<Boolean> delete(Held held, Instant now) {
    return pool.preparedQuery(DELETE)
        .execute(held(held, now))
        .map(rows -> Dropping.gone(rows) == 1);
  }

  @Override
  public Future<Boolean> called(ServiceId service, byte[] contact, Instant now) {
    return pool.preparedQuery(CALLED)
        .execute(Tuple.of(key(TextId.fresh()), Buffer.buffer(contact), service.slug(), utc(now)))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Integer> forget(Instant now) {
    return sweeping.round(now);
  }
}
