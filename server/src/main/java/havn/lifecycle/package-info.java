/// How processes and their parts start, wait and end.
///
/// [Leash] starts a child process that cannot outlive this one. [Patience] waits for a
/// condition with a deadline; it blocks and belongs to start-up, shutdown and supervision,
/// never to an event loop.
@NullMarked
package havn.lifecycle;

import org.jspecify.annotations.NullMarked;
