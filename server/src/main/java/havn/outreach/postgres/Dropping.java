package havn.outreach.postgres;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/// What is begun and waits is dropped with what it belongs to, in one statement: it never goes out
/// and is no contact. What may be out already stays as it is.
final class Dropping {

  private static final String THE_REST =
      """
      said AS (UPDATE message m SET state = 'again' FROM dropped WHERE m.id = dropped.id),
      nothing AS (DELETE FROM begun b USING dropped WHERE b.id = dropped.id)
      """;

  private static final String DROPPED =
      """
      dropped AS (UPDATE release r SET state = 'dropped', ended = %2$s, sealed = NULL FROM gone
        WHERE r.card = gone.id AND r.state IN ('queued', 'claimed') AND NOT r.doubt
        RETURNING r.id),
      """;

  /// A statement that deletes cards, and the parameter with the time.
  static final String WITH_CARDS =
      "WITH gone AS (%1$s RETURNING id), "
          + DROPPED
          + THE_REST
          + " SELECT count(*) AS gone FROM gone";

  /// `$1` campaign, `$2` the time. Its cards wait again, in every campaign.
  static final String OF_A_CAMPAIGN =
      """
      WITH dropped AS (UPDATE release r SET state = 'dropped', ended = $2, sealed = NULL
          WHERE r.campaign = $1 AND r.state IN ('queued', 'claimed') AND NOT r.doubt
          RETURNING r.id),
      """
          + THE_REST
          + """
          UPDATE campaign_card k SET state = 'open' FROM dropped
          WHERE k.release = dropped.id
          """;

  private Dropping() {}

  /// How many cards are gone.
  static int gone(RowSet<Row> rows) {
    return rows.iterator().next().getInteger("gone");
  }
}
