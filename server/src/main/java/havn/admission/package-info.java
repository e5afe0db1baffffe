/// Who may open a visitor's socket: single-use tickets of 32 random bytes that live 60 seconds. A
/// ticket travels in the first frame, never in an address. Unknown, used and expired are not told
/// apart.
@NullMarked
package havn.admission;

import org.jspecify.annotations.NullMarked;
