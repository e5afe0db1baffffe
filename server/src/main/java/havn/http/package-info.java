/// What the public and the desk port share: problem answers (RFC 9457), contracts (OpenAPI 3.1),
/// sealed files and the built web files.
///
/// Nothing of a request – address, header, path, body – reaches a log. Limits: bodies of 256
/// KiB, except sealed files of 10,747,920 bytes, of which each port has 4 in hand for at most 2
/// minutes; 500 web files of at most 8 MiB.
@NullMarked
package havn.http;

import org.jspecify.annotations.NullMarked;
