/// The rungs of the ladder. Each is run by one thread on one [havn.load.socket.Loop], is bounded in
/// time and count, and fails rather than answer a figure when something was refused, lost or out of
/// order.
@NullMarked
package havn.load.rung;

import org.jspecify.annotations.NullMarked;
