/// Conversations in Redis. The keys of one conversation share a slot; those of a device have their
/// own.
///
/// | key | type | content |
/// |---|---|---|
/// | `{c:<hex>}:meta` | hash | what was rung with, and how far it is; the fields below |
/// | `{c:<hex>}:log` | stream | entries `1-<seq>`, field `e`; made by the claim |
/// | `{c:<hex>}:whispers` | stream | entries `1-<seq>`, field `e`, at most 500; gone with the end |
/// | `{c:<hex>}:reload` | string | fingerprint, then what a page sealed |
/// | `reloads` | zset | conversation hex → when its reload ends, ms since 1970 |
/// | `{d:<device>}:chats` | set | conversation hex, at most the device's capacity |
///
/// Fields: `service lane language card cap since`, never changed; `danger`, set once at most;
/// `state` (`waiting` `taken` `ended`)
/// `device fence epoch slot slots members invite visitor staff owed given`. All keys live 24 h, and
/// those of an ended conversation 120 s more.
///
/// `owed` is what the service owes a visitor whom it left, `given` the conversation that got it;
/// both are gone once that is settled.
///
/// `device` leads from `slot`; `slots` counts the slots given so far. `members` is `device:slot `
/// for each further device, `invite` `device kind until-ms`; either may be missing.
///
/// `apart` is when nobody was found to be connected, ms since 1970; whoever connects removes it.
/// `visitor` and `staff` name the process that holds the connection. A talk frame is one `XADD` and
/// nothing else.
@NullMarked
package havn.conversation.redis;

import org.jspecify.annotations.NullMarked;
