/// `havn seal keygen|encrypt|decrypt`: plain age v1 files with the age tool's options, so that
/// archives and envelopes can be checked by others. `docs/handbook/seal.md` says how.
///
/// A file that is refused ends the command with 1 and one sentence, and leaves no output. Bounds:
/// 1–32 recipients, 64 keys in all `--identity` files, 1 MiB of keys, two chunks of 64 KiB of a
/// file in memory; the length of a file has none.
@NullMarked
package havn.cli.seal;

import org.jspecify.annotations.NullMarked;
