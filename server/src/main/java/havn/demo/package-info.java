/// Everything of the demonstration: one supervisor over separate processes.
///
/// ```
/// havn demo (supervisor) ─┬─ redis, postgres      embedded stores, on leashes
///                         ├─ havn seed-demo       once: services, staff, one-time links
///                         ├─ havn serve           restarted when it dies, as are the next two
///                         ├─ havn demo-signer     root and roster signer, marked "demo keys"
///                         └─ havn demo-host       a neutral website with the embed snippet
/// ```
///
/// When the supervisor ends in any way, no child remains ([havn.lifecycle.Leash]). Its data lies in
/// one folder, emptied at every start. `demo.json` in it names pages and process ids; it is there
/// exactly while all of it answers.
///
/// `havn seed-demo` prints `{"invites":{"coordinator":…,"worker":…,"volunteer":…,"signer":[…]}}`,
/// each a secret in base64url for a one-time link. Those of `signer` are a coordinator's of its
/// own, and live as long as the demonstration; the supervisor leaves them in `signer/invites`.
@NullMarked
package havn.demo;

import org.jspecify.annotations.NullMarked;
