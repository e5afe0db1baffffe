/// Sealing and signing as `docs/protocol/sealed.md` lays it out: keys, envelopes, trust documents,
/// epochs and frames. The one door to Bouncy Castle. The server itself only reads frame headers and
/// verifies signatures; the rest serves tests, tools and the load generator.
///
/// A value that does not verify is a refusal – an empty `Optional` or a refusal record –, never an
/// exception. Limits: envelope ≤ 1 MiB and ≤ 9 recipients, frame ≤ 16,186 bytes, epoch header ≤ 9
/// members.
@NullMarked
package havn.seal;

import org.jspecify.annotations.NullMarked;
