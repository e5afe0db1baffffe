/// The desk port over HTTP: sign-in, the console's files, devices, signed documents and invites.
/// The contract is `openapi/desk.yaml`; a request passes `headers → origin → body → contract →
/// session → role → route`.
///
/// Every POST needs an `Origin` of the configured list (403 otherwise), so a foreign page can do
/// nothing with the cookie `havn_session` (HttpOnly, SameSite=Strict, Secure unless plain-HTTP
/// localhost). Limits: bodies of 256 KiB; 20 sign-in attempts a second per process, 40 at once.
@NullMarked
package havn.deskhttp;

import org.jspecify.annotations.NullMarked;
