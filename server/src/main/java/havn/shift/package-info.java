/// The calendar of staff: which shifts are planned, who sits where, and where somebody is missing.
///
/// A [havn.shift.ShiftPlan] is local time, a zone and a rule of RFC 5545
/// ([havn.shift.Recurrence], the only door to the library that knows it); its dates are computed,
/// never stored. A [havn.shift.Place] is one date of a plan, and a [havn.shift.Seat] one person
/// there. What may be done with seats stands in [havn.shift.SeatRules], and the store lets nobody
/// else decide about the same plans meanwhile.
///
/// A right that follows the shift exists from 15 minutes before to 15 minutes after a shift that
/// somebody holds ([havn.shift.Occurrence]).
///
/// Limits: 200 plans, 20 seats, 200 exceptions a plan, 366 days and 400 shifts ahead; what is over
/// for 60 days is forgotten.
@NullMarked
package havn.shift;

import org.jspecify.annotations.NullMarked;
