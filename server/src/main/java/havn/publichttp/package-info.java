/// The public port over HTTP: services and their state, tickets, mailboxes, sealed files, signed
/// documents, and the files of the widget. The contract is `openapi/public.yaml`.
///
/// It sets no cookie and reads none, looks at no address, and writes nothing of a request anywhere.
/// Every answer may be read by any website. The widget's page runs in a sandbox with an opaque
/// origin (Content-Security-Policy `sandbox`), so `'self'` would match nothing there and the public
/// address is spelled out. Limits: 200 tickets a second per process, 1,000 at once; 50
/// nonces, 200 at once; 5 uploads, 20 at once, of which 4 are under way.
@NullMarked
package havn.publichttp;

import org.jspecify.annotations.NullMarked;
