/// Plain channels such as SMS: the port behind which every provider stands, and the one way out.
///
/// A [havn.channel.Channel] is a provider. It says what it can do ([havn.channel.Ability]) and is
/// handed a text ([havn.channel.Outgoing]); what came of it is a value ([havn.channel.Handed]).
/// Texts wait in an outbox ([havn.channel.Outbox]; each room that sends has its own) and are taken
/// out by [havn.channel.Sender], of which any number may run: a row is claimed, marked as in doubt,
/// handed over, and what became of it is noted, each in a statement of its own. Whoever ends in
/// between leaves a claim that runs out; of a text in doubt the provider is then asked, or handed
/// the same key again, and where it can do neither the text is *perhaps sent* and never repeated.
/// What fails at one text keeps no other.
///
/// ```
/// queued ─claim─► claimed ─begin─► in doubt ─► accepted
///    ▲               │                 ├─ refused for now ─► queued, later and later
///    └───────────────┴─────────────────┘
///                    │                 ├─ refused for good, or too late ─► failed
///                    │                 └─ nobody knows ─► asked, or perhaps
///                    └─ not needed, not wished for ─► dropped
/// ```
///
/// Only this room, its adapters and what the role `channels` is made of may hold a
/// [havn.channel.PhoneNumber]; it prints as nothing.
///
/// Limits: 10 texts a claim, retries after 5 s, 30 s, 3 min, 15 min, 1 h and then every 4 h until
/// the text is too late, 10 s for a provider to answer, a claim lasts 5 min.
@NullMarked
package havn.channel;

import org.jspecify.annotations.NullMarked;
