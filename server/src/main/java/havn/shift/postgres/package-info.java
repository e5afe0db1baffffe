/// Plans, seats and feeds in the tables `shift_plan`, `shift_seat` and `shift_feed`. Whoever
/// changes seats holds the row of each plan first, in the order of ids, so that two never decide at
/// once.
@NullMarked
package havn.shift.postgres;

import org.jspecify.annotations.NullMarked;
