/// A visitor in a running chat is in danger now: others on duty are called until somebody has come,
/// the chat ends, or its lead says that it is over. Whoever does not look is told by a text, once
/// for each call.
@NullMarked
package havn.danger;

import org.jspecify.annotations.NullMarked;
