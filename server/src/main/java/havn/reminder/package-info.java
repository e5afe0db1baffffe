/// How people of staff are reminded by a text on their phone: that a shift is to be confirmed, that
/// their shifts were changed, that somebody waits while they are on duty alone or is in danger.
///
/// A number counts once the code of a test message was typed back. What is queued stands in the
/// outbox of [havn.channel]; a text names no service and nobody. What is due is looked up again and
/// again ([havn.reminder.Planning]), so that a process that ends loses nothing, and each reminder
/// has a name that only one row of the outbox can have, so that two processes queue it once.
///
/// Limits: one number a person, a code of 6 digits for 10 minutes with 5 tries, 5 codes a person a
/// day; one text about changes an hour, one about somebody who waits every 10 minutes.
@NullMarked
package havn.reminder;

import org.jspecify.annotations.NullMarked;
