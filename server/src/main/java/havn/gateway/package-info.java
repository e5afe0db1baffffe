/// Both WebSockets: `/v1/visitor` and `/v1/desk`. The way of a message through this room:
///
/// ```
/// VisitorConnection -> Chat.talk -> EnvelopeCheck, Counters -> ConversationLog.append: one XADD
///                                                                   | number n
/// DeskConnection <- Chat <- Cursor, n after n-1 <- Room <- Relay <--+--> other processes
/// ```
///
/// A connection lives on one event loop and so do its [Socket], its [Chat]s and its state. Rooms
/// join connections of different loops; the [Relay] joins processes. A bad client ends its own
/// connection with a numbered code and nobody else's.
///
/// Limits per connection ([SocketLimits]): first frame within 10 s; a ping every 15 s, three
/// unanswered end it; 50 frames a second with bursts of 100; frames of 16,384 bytes; 256 frames and
/// 1 MiB waiting to be read.
@NullMarked
package havn.gateway;

import org.jspecify.annotations.NullMarked;
