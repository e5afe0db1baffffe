/// What sign-in keeps for a while:
///
/// | key | type | content | life |
/// |---|---|---|---|
/// | `ses:<fp>` | string | a [havn.login.Session] as JSON | 12 h |
/// | `wac:<fp>` | string | a passkey challenge's purpose: `in`, or `add <staff>`; taken with GETDEL
/// | 5 min |
///
/// `<fp>` is the fingerprint of the cookie's secret or of the challenge.
@NullMarked
package havn.login.redis;

import org.jspecify.annotations.NullMarked;
