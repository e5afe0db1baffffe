/// The journal in PostgreSQL: `journal`, whose lines refuse to change, and to go in their first 360
/// days; the keys of the last 30 days in `journal_key`; where it begins in `journal_cut`, one row;
/// a year of `journal_checkpoint`. One line is written at a time, under an advisory lock.
@NullMarked
package havn.journal.postgres;

import org.jspecify.annotations.NullMarked;
