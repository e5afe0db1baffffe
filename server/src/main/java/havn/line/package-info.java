/// The waiting line of a service: order of arrival, position, an honest estimate, whom of staff
/// each is offered to, leaving.
///
/// At most 200 wait. A visitor whose page has shown no sign of life for 35 seconds counts as not
/// connected; two minutes later the place is given up. The estimate is a band made from the last 20
/// pick-ups; with fewer than five it is unknown.
@NullMarked
package havn.line;

import org.jspecify.annotations.NullMarked;
