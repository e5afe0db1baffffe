/// The full server, and the visitors and workers who talk through it. They do what the pages do:
/// trust documents signed by a root, a rostered device and a stated shift for every worker, a
/// ticket and a ring card for every visitor, a claim and a sealed epoch for every conversation.
/// Only the talk frames carry random bytes instead of sealed words.
///
/// ```
/// FullTarget ─► FullServer (stores, server)
///            ─► Office (root, signer, roster) ─► Worker ─► DeskSide  ┐
///            ─► VisitorSide
/// ──────────────────────────────────────── ┴► Pair
/// ```
///
/// Bounds: 500 workers (a roster holds no more devices), 16 conversations being set up at once.
@NullMarked
package havn.load.full;

import org.jspecify.annotations.NullMarked;
