/// Who is here now, with which shift keys and how much room; and from that what a service may
/// truthfully say.
///
/// A console's heartbeat refreshes its record. Missing for 45 seconds a worker is *unsteady* and
/// gets no new chats; after 3 minutes they are gone. Workers and coordinators hold three chats;
/// others need a planned shift. A service is *open* only when a fresh worker with room is on duty
/// within its hours ([havn.duty.StaffedTruth]).
@NullMarked
package havn.duty;

import org.jspecify.annotations.NullMarked;
