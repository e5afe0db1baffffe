/// The sealed room: one conversation from ring to end, and its stream of numbered entries.
///
/// ```
/// waiting ──claim──► taken ──end──► ended (gone 120 s later)
///    └──────leave──────────────────────┘
/// ```
///
/// The server stores and numbers what the people's devices sealed. It checks the little it can see
/// ([havn.conversation.EnvelopeCheck]; docs/protocol/sealed.md, section 9). A claim has a fence, a
/// number that rises with every claim, so that whoever lost it cannot write epochs any more.
/// A taken conversation has one lead and at most seven members beside it; both come by invitation
/// ([havn.conversation.Memberships]), and a handover raises the fence like a claim.
/// Limits: 2,000 entries, 24 hours.
@NullMarked
package havn.conversation;

import org.jspecify.annotations.NullMarked;
