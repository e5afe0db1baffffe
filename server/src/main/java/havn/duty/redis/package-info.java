/// Duty in Redis: `{s:<service>}:duty`, a hash that lives 30 minutes after its last change:
/// device hex → what [DutyText] writes.
///
/// `{s:<service>}:there`, a hash of at most 64 lanes that lives 8 days: lane, or `*` for whoever
/// answers all → until when, in ms, somebody is or was there with whom the service may be open; the
/// same for every process.
///
/// `{s:<service>}:desk`, a hash that lives 29 hours after the last press: `mode` → `mode ⏎
/// until ms`, `stay` → `from ms ⏎ until ms`, `after` → since when, in ms, somebody has chats after
/// their shift.
@NullMarked
package havn.duty.redis;

import org.jspecify.annotations.NullMarked;
