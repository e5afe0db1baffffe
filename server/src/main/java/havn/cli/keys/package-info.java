/// `havn keys`: the offline ceremony. It makes root keys and answers a coordinator's request with a
/// signed document, reads and writes files only, and never overwrites one. The operator's steps are
/// in `docs/handbook/keys.md`.
///
/// A key file is `{"v":1,"kind":"root-key","id":"root-1","seed":base64url of 32 bytes}`, readable
/// by its owner alone.
@NullMarked
package havn.cli.keys;

import org.jspecify.annotations.NullMarked;
