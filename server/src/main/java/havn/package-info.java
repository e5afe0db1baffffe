/// Havn: an anonymous chat and helpline server. The rooms and floors are drawn in
/// `docs/architecture.md`.
@NullMarked
package havn;

import org.jspecify.annotations.NullMarked;
