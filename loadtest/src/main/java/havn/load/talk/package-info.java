/// The two ends of a conversation as the generator plays them, and the frames they send: made once,
/// sealed with random bytes nobody opens, 1,024 bytes on the wire.
@NullMarked
package havn.load.talk;

import org.jspecify.annotations.NullMarked;
