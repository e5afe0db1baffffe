/// `havn demo-signer`: holds the root and the roster signer of a demonstration, marked "demo keys",
/// and rosters every device that enrols. A process of its own: its one thread blocks.
///
/// ```
/// folder (0700)  root.seed signer.seed   the two private keys (0600), made at the first start
///                root.json signer.json   the documents, byte for byte as they are published
///                pin                     43 characters; written before anything is published
///                invites                 one-time links' secrets, one per line, put in by others
///                session                 the running desk session (0600)
/// ```
///
/// A signer that is started again continues from its folder. A server that is away is asked again,
/// after a fifth of a second at first and at most every five seconds.
@NullMarked
package havn.demo.signer;

import org.jspecify.annotations.NullMarked;
