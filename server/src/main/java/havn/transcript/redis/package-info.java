/// Shares in Redis: `arc:<hex>`, a string of 64 bytes whose life is the archive's and one hour
/// more, in case nobody shreds it. A string of more than 44 bytes lies in one piece, so that
/// `SETRANGE` overwrites it in memory; what passed through a connection is rinsed out of its
/// buffers.
@NullMarked
package havn.transcript.redis;

import org.jspecify.annotations.NullMarked;
