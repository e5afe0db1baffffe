/// When a service answers: weekly slots in local time and dated exceptions, computed into moments.
///
/// A wall-clock time names the first instant at which the local clock shows that time or a later
/// one. So a slot that ends at 02:30 ends the first time the clock shows 02:30 when it is turned
/// back in autumn, and one that begins at 02:30 begins at 03:00 when that half hour is skipped in
/// spring; 18:00 stays 18:00 all year.
///
/// No slots and no exceptions mean closed. Limits: 100 weekly slots, 400 exceptions; a slot is
/// shorter than 24 hours unless it is 00:00–24:00.
@NullMarked
package havn.hours;

import org.jspecify.annotations.NullMarked;
