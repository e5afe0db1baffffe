/// Nonces in Redis: `mn:<fingerprint>`, a string of one byte with a life of 60 seconds, taken with
/// `GETDEL`.
@NullMarked
package havn.letters.redis;

import org.jspecify.annotations.NullMarked;
