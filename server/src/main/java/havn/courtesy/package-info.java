/// How a service behaves towards people who have not asked to be written to: when it may write,
/// what it may say, and which words end it. Pure rules and their tables; no stores, no network.
///
/// [havn.courtesy.Courtesy] answers *may this be sent now*, from what is known of one number:
///
/// ```
/// occasion ─► frequency ─────────► hours ─────────────────────► Now
///   FIRST      no unanswered        10:00–20:00 in Oslo,         At(next permitted moment)
///   REMINDER   30 days after        no Sunday, no holiday,       Never(why)
///   ANSWER     none                 inside every own window
///   AUTOMATIC  none                 within 30 min of the person's word any hour
///   UNDO       none                 that their own windows permit
///   OPT_OUT    within 5 min, else never, at any hour that their own windows permit
/// ```
///
/// [havn.courtesy.StopWords] reads a message as *stop*, *undo* or neither, by one published table;
/// [havn.courtesy.TellingWords] finds what must not stand in a text that somebody else may see;
/// [havn.courtesy.FirstText] is what is written by the service itself; [havn.courtesy.ProofCode]
/// shows that it was; [havn.courtesy.Segments] counts what it costs.
///
/// Limits: 3 beginnings in 365 days, one reminder 30 to 180 days after the first, 14 days of
/// looking ahead, 100 windows and 100 beginnings a number; texts of at most 480 characters; a
/// message of more than 2,000 characters is no stop word. Tables are resources of this room, read
/// once: at most 262,144 characters each.
@NullMarked
package havn.courtesy;

import org.jspecify.annotations.NullMarked;
