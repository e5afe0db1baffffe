/// What goes to and fro between services and people on plain channels such as SMS.
///
/// Whatever a phone sends is sealed at once to the devices of the service and kept in a thread,
/// known again by a tag of the number ([havn.correspondence.Receiving]). Whatever is released waits
/// in an outbox, number and text sealed under a key that only this process has, in its memory
/// ([havn.correspondence.Releasing], [havn.correspondence.Release]); the rules of
/// [havn.courtesy] are asked when it is released and again when it goes out. Who said stop is
/// written to no more: that is looked up in the statement that is the last step before a text is
/// handed over.
///
/// ```
/// phone ─► provider ─► Hook ─► Receiving ─┬─ stop, undo ─► opt_out, confirmation
///                                         └─ sealed ─► message, thread, automatic answer
/// console ─► Releasing ─► message + release ─► Sender ─► provider ─► phone
///                                                 ▲ Reports move the state forward only
/// ```
///
/// Limits: 480 characters out, 2,000 in; messages 30 days, threads 90 days after the last, what was
/// told to us once 90 days, who was contacted 13 months, opt-outs for ever; a text waits at most 3
/// days (an answer 1 day, an automatic one 30 minutes, the confirmation of an opt-out 5 minutes).
@NullMarked
package havn.correspondence;

import org.jspecify.annotations.NullMarked;
