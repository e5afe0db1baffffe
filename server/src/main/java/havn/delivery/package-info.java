/// How entries reach a connection: in order, without holes, without doubles, and what happens when
/// one is too slow.
///
/// ```
/// stored entry n ──► Room ──► Follower (on its own event loop) ──► Cursor
/// ──► the wire
///                                                                    └─ hole? read from n
/// ```
///
/// A [havn.delivery.Cursor] delivers entry n only after n-1. It holds at most 32 entries that came
/// early; what does not fit is read from the stream. A connection's own frames pass through the
/// cursor as receipts, so that a page always knows everything up to the last number it was told;
/// after a replay or a long hole they come in full.
@NullMarked
package havn.delivery;

import org.jspecify.annotations.NullMarked;
