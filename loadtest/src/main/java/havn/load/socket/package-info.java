/// The generator's own sockets: one selector, one thread, thousands of connections, so that the
/// generator costs less than what it measures.
///
/// ```
/// Loop ──turn──► Connection ──bytes──► Reader: HttpReader | FrameReader
/// ──► Listener
/// ```
///
/// Bounds: 256 KiB read at once, 1 MiB unsent and 64 KiB of a half-arrived message per connection;
/// past them the connection is broken off.
@NullMarked
package havn.load.socket;

import org.jspecify.annotations.NullMarked;
