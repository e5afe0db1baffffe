/// Who is here now, with which shift keys and how much room; and from that what a service may
/// truthfully say.
///
/// A console's heartbeat refreshes its record. Missing for 45 seconds a worker is *unsteady* and
/// gets no new chats; after 3 minutes they are gone. Workers and coordinators hold three chats;
/// volunteers and peers one, during a shift they hold ([havn.staff.Right]). A service is *open*
/// only when somebody fresh with room is on duty within its hours, and a worker or coordinator is
/// there ([havn.duty.StaffedTruth]).
///
/// Staff on duty close a desk early, stay 30 minutes more (4 hours at most), or set it to full,
/// closed to new people or winding down ([havn.duty.DeskRules]); each ends with the hours, after 24
/// hours at the latest. Nobody new is taken in the last ten minutes, into a wait of more than an
/// hour, or into one beyond closing time ([havn.duty.Admission]). Closing time ends no chat.
@NullMarked
package havn.duty;

import org.jspecify.annotations.NullMarked;
