/// The provider Sveve (a Norwegian HTTP gateway).
///
/// A text goes out as `POST <url>/SMS/SendMessage` with JSON; our key travels as `ref` and comes
/// back in the delivery report. Sveve knows no text again by its key and cannot be asked for one.
/// It signs nothing: what it sends is believed when the last part of the path is the secret that it
/// was given (`https://<hook-url>/hooks/sveve/<secret>`), so that path is shown to nobody and is in
/// no log. It names no text that a phone sends; the same words from the same number within a
/// minute count as one. The name and address that it may look up of a sender are never read.
@NullMarked
package havn.channel.sveve;

import org.jspecify.annotations.NullMarked;
