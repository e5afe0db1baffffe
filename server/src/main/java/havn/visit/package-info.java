/// One anonymous visit: it rings, and when its connection drops it comes back with a capability, 32
/// random bytes of which the server keeps only the SHA-256. A wrong capability and an unknown
/// conversation are not told apart.
@NullMarked
package havn.visit;

import org.jspecify.annotations.NullMarked;
