/// What staff did: who, what, when, on which kind of thing. Nothing in it is about a visitor; the
/// thing itself appears under a pseudonym of the day, whose key is destroyed after 30 days.
///
/// Each line's hash covers the line before it, so that a line that was changed, added in between or
/// left out shows ([havn.journal.Ledger]). That the newest lines were cut off shows only to
/// somebody who noted where the journal stood: `havn journal verify` says it each time. So does the
/// server once an hour, for a year ([havn.journal.Checks]).
///
/// Lines go twelve months after their day, 20,000 an hour at most, from the beginning. What stands
/// follows the hash of the last line that went, and a line says that they were cut. A journal in
/// which a line is not as it was written is not cut.
@NullMarked
package havn.journal;

import org.jspecify.annotations.NullMarked;
