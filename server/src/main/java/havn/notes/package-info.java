/// Short texts that staff keep, sealed to devices of the service: the inbox of profiles on other
/// sites, and comments by which somebody is recognised who comes back without a phrase.
///
/// A note says nothing to the server but the service, its kind, who sees to it and when. A comment
/// that was written in a chat is deleted with everything else of that visit
/// ([havn.notes.Notes#eraseBy]).
///
/// Limits: 200 notes of a kind for each service, 24 KiB each; gone after 1–30 days.
@NullMarked
package havn.notes;

import org.jspecify.annotations.NullMarked;
