/// When a service answers: weekly slots in local time with breaks, dated exceptions, Norwegian
/// public holidays and an end of the calendar, computed into moments.
///
/// A wall-clock time names the first instant at which the local clock shows that time or a later
/// one. So a slot that ends at 02:30 ends the first time the clock shows 02:30 when it is turned
/// back in autumn, and one that begins at 02:30 begins at 03:00 when that half hour is skipped in
/// spring; 18:00 stays 18:00 all year.
///
/// In this order: the slots of days that are not shut (closed as a whole, or a public holiday under
/// [havn.hours.HolidayPolicy#CLOSED]), without the breaks, cut where a shut day begins; then the
/// dated openings; then without dated closings; nothing after the calendar's last day.
///
/// No slots and no exceptions mean closed. Limits: 100 weekly slots, 100 breaks, 400 exceptions of
/// at most 366 days; a slot is shorter than 24 hours unless it is 00:00–24:00.
@NullMarked
package havn.hours;

import org.jspecify.annotations.NullMarked;
