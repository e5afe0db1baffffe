/// Randomness, and values that print as nothing.
@NullMarked
package havn.kernel.secret;

import org.jspecify.annotations.NullMarked;
