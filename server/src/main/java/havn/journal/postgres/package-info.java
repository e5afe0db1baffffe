/// The journal in PostgreSQL: `journal`, which refuses every change, and the keys of the last 30
/// days in `journal_key`. One line is written at a time, under an advisory lock.
@NullMarked
package havn.journal.postgres;

import org.jspecify.annotations.NullMarked;
