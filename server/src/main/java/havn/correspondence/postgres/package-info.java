/// Threads, messages, releases and opt-outs in PostgreSQL, as V15 makes them. Two that queue a text
/// for one number take turns (an advisory lock on its tag for the transaction); claims skip rows
/// that others hold.
@NullMarked
package havn.correspondence.postgres;

import org.jspecify.annotations.NullMarked;
