/// Rounds: a pair goes out for an evening, to the street or to addresses indoors, and counts on a
/// phone whom they meet. A row is a round: service, day, kind of place, how many people were met,
/// how many of them for the first time, how many places were visited. There is no row for a
/// meeting, no time finer than a day, and nobody of staff is named.
///
/// The phone draws the round's id, so that telling twice is telling once, and may correct it for 14
/// days by a higher revision ([havn.field.RoundRules]). At most 20 rounds a service and day, counts
/// up to 999, kept for five years. What is shown is a month, by kind of place and by counted or
/// estimated, and no number below five ([havn.field.FieldMonth]).
@NullMarked
package havn.field;

import org.jspecify.annotations.NullMarked;
