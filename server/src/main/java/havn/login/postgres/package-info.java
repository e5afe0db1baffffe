/// One-time links and passkeys, in the tables `invite` and `passkey`.
@NullMarked
package havn.login.postgres;

import org.jspecify.annotations.NullMarked;
