/// Tickets in Redis: `t:<fingerprint>`, and passes: `mp:<fingerprint>`, each a string of one byte
/// with a life of 60 seconds, taken with
/// `GETDEL`.
@NullMarked
package havn.admission.redis;

import org.jspecify.annotations.NullMarked;
