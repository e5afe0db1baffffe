/// Archives in PostgreSQL (`db/migration/V3__transcripts_and_journal.sql`). Counts are looked up,
/// not reserved: a few more than the bounds may come in at once.
@NullMarked
package havn.transcript.postgres;

import org.jspecify.annotations.NullMarked;
