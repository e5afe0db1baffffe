/// Staff sign-in: passkeys, one-time invites and the sessions both lead to.
@NullMarked
package havn.login;

import org.jspecify.annotations.NullMarked;
