package havn.outreach.postgres;

import static havn.outreach.postgres.Columns.bytes;
import static havn.outreach.postgres.Columns.day;

import havn.correspondence.Standings;
import havn.courtesy.Window;
import havn.kernel.id.ContactId;
import havn.kernel.id.StaffId;
import havn.outreach.Card;
import havn.outreach.CardStore;
import havn.outreach.Consent;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How cards are read, and in which order they are looked through.
final class CardRows {

  private static final String COLUMNS =
      """
      SELECT c.id, c.language, c.win_from, c.win_to, c.adverts, c.source, c.made, c.ends,
        c.consent_day, c.consent_how, g.shown_name AS consent_by,
        s.id AS holder, s.shown_name, n.tags, n.stops, n.textable,
        (SELECT count(DISTINCT o.id) FROM contact_tag mine
          JOIN contact_tag other ON other.tag = mine.tag AND other.contact <> c.id
          JOIN contact o ON o.id = other.contact AND o.service = c.service AND o.ends > $2
          WHERE mine.contact = c.id) AS shared
      """;

  /// `$2` is the day, `$3` now; nobody holds a card who is gone.
  private static final String FROM =
      """
       contact c
      LEFT JOIN staff s ON s.id = c.holder AND s.gone IS NULL AND c.held_until > $3
      LEFT JOIN staff g ON g.id = c.consent_by
      CROSS JOIN LATERAL (SELECT array_agg(tag ORDER BY place) AS tags,
        array_agg(stop ORDER BY place) AS stops, array_agg(textable ORDER BY place) AS textable
        FROM contact_tag t WHERE t.contact = c.id) n
      """;

  private static final String STOPPED =
      """
      EXISTS (SELECT FROM contact_tag t JOIN opt_out o ON o.stop = t.stop
        WHERE t.contact = c.id AND o.service IN ('', c.service))
      """;

  private static final String BEGUN =
      """
      (SELECT max(b.at) FROM contact_tag t JOIN begun b ON b.tag = t.tag WHERE t.contact = c.id)
      """;

  /// That it waits in silence: somebody began in the last 30 days, or twice in the last 180, and
  /// nobody answered. A first sieve only; the rules are asked of what is left.
  private static final String SILENT =
      """
      (SELECT count(*) + count(*) FILTER (WHERE b.at > $3::timestamptz - interval '720 hours')
        FROM contact_tag t JOIN begun b ON b.tag = t.tag
        WHERE t.contact = c.id AND b.at > $3::timestamptz - interval '4320 hours'
          AND b.at > coalesce((SELECT max(greatest(h.word, h.changed)) FROM contact_tag m
            JOIN heard h ON h.tag = m.tag WHERE m.contact = c.id), '-infinity')) > 1
      """;

  /// `$1` service, `$2` the day, `$3` now, `$4` card.
  static final String FIND =
      COLUMNS + " FROM " + FROM + " WHERE c.service = $1 AND c.ends > $2 AND c.id = $4";

  private static final String FITS =
      " AND (cardinality($4::text[]) = 0 OR c.language = ANY($4))"
          + " AND ($5::bytea IS NULL OR EXISTS (SELECT FROM campaign_card k"
          + " JOIN campaign g ON g.id = k.campaign WHERE k.campaign = $5 AND k.contact = c.id"
          + " AND k.state = 'open' AND c.language = ANY(g.languages)))";

  /// `$1` service, `$2` the day, `$3` now, `$4` languages, `$5` campaign or null, `$6` who.
  static final String HELD =
      COLUMNS
          + " FROM "
          + FROM
          + " WHERE c.service = $1 AND c.ends > $2 AND s.id = $6"
          + FITS
          + " ORDER BY c.held_until, c.id LIMIT "
          + CardStore.MOST_HELD;

  /// `$1` service, `$2` the day, `$3` now; behind the card with `$4` whether it was stopped, `$5`
  /// when somebody began last, `$6` when it was made and `$7` its id, all null for the first page;
  /// `$8` how many.
  static final String LIST =
      "WITH ranked AS (SELECT k.* FROM (SELECT c.id, c.made, "
          + STOPPED
          + " AS stopped, "
          + BEGUN
          + " AS begun FROM contact c WHERE c.service = $1 AND c.ends > $2) k WHERE $4::boolean IS"
          + " NULL OR (k.stopped, coalesce(k.begun, '-infinity'), k.made, k.id) > ($4,"
          + " coalesce($5::timestamptz, '-infinity'), $6::timestamptz, $7::bytea) ORDER BY"
          + " k.stopped, coalesce(k.begun, '-infinity'), k.made, k.id LIMIT $8) "
          + COLUMNS
          + ", r.stopped, r.begun, r.made FROM ranked r JOIN "
          + FROM
          + " ON c.id = r.id ORDER BY r.stopped, coalesce(r.begun, '-infinity'), r.made, r.id";

  /// `$1` service, `$2` the day, `$3` now, `$4` languages, `$5` campaign or null, `$6` after as
  /// many, `$7` how many. What was given back goes behind what never was.
  static final String FREE =
      "WITH ranked AS (SELECT c.id, row_number() OVER (ORDER BY "
          + BEGUN
          + " NULLS FIRST, c.held_until NULLS FIRST, c.made, c.id) AS place FROM contact c"
          + " WHERE c.service = $1 AND c.ends > $2"
          + FITS
          + " AND NOT EXISTS (SELECT FROM staff s WHERE s.id = c.holder AND s.gone IS NULL"
          + " AND c.held_until > $3) AND ($5::bytea IS NOT NULL OR NOT ("
          + STOPPED
          + " OR "
          + SILENT
          + "))) "
          + COLUMNS
          + " FROM ranked r JOIN "
          + FROM
          + " ON c.id = r.id WHERE r.place > $6 ORDER BY r.place LIMIT $7";

  private CardRows() {}

  static List<Card> cards(RowSet<Row> rows) {
    List<Card> cards = new ArrayList<>(rows.size());
    rows.forEach(row -> cards.add(card(row)));
    return cards;
  }

  /// Where the last card of [#LIST] stands.
  static Optional<CardStore.Place> last(RowSet<Row> rows) {
    Optional<CardStore.Place> last = Optional.empty();
    for (Row row : rows) {
      last =
          Optional.of(
              new CardStore.Place(
                  row.getBoolean("stopped"),
                  Optional.ofNullable(row.getOffsetDateTime("begun")).map(at -> at.toInstant()),
                  row.getOffsetDateTime("made").toInstant(),
                  ContactId.of(bytes(row, "id")).orElseThrow()));
    }
    return last;
  }

  private static Card card(Row row) {
    return new Card(
        ContactId.of(bytes(row, "id")).orElseThrow(),
        row.getString("language"),
        window(row),
        numbers(row),
        row.getInteger("adverts"),
        new Card.Origin(
            CardStore.Source.parse(row.getString("source")),
            day(row.getOffsetDateTime("made").toInstant())),
        row.getLocalDate("ends"),
        Optional.ofNullable(row.getBuffer("holder"))
            .flatMap(id -> StaffId.of(id.getBytes()))
            .map(id -> new Card.Holder(id, row.getString("shown_name"))),
        Optional.ofNullable(row.getLocalDate("consent_day")).map(day -> consent(row, day)),
        row.getInteger("shared"));
  }

  /// Its safe time; empty where it has none.
  static Optional<Window> window(Row row) {
    return Optional.ofNullable(row.getInteger("win_from"))
        .flatMap(from -> Window.of(from, row.getInteger("win_to")));
  }

  private static Consent consent(Row row, LocalDate day) {
    return new Consent(
        day,
        Consent.How.parse(row.getString("consent_how")),
        Optional.ofNullable(row.getString("consent_by")));
  }

  private static List<Card.Number> numbers(Row row) {
    Buffer[] tags = row.getArrayOfBuffers("tags");
    Buffer[] stops = row.getArrayOfBuffers("stops");
    Boolean[] textable = row.getArrayOfBooleans("textable");
    List<Card.Number> numbers = new ArrayList<>(tags.length);
    for (int i = 0; i < tags.length; i++) {
      var known = new Standings.Known(tags[i].getBytes(), stops[i].getBytes());
      numbers.add(new Card.Number(known, textable[i]));
    }
    return numbers;
  }
}
