/// The wire: padded Protobuf frames in both directions, read into sealed records and never thrown
/// at.
///
/// ```
/// WebSocket message ─ Padding ─► VisitorReader / DeskReader ─► Read: Decoded(frame) |
/// Refused(code)
/// ToVisitor / ToDesk ─ Padding ─► WebSocket message
/// ```
///
/// A reader checks what a frame says of itself: sizes of ids, keys, signatures and lists, as the
/// proto files state them. Whether the frame is allowed now is the caller's question. Numbers are
/// those of `codes.proto`. Limits: 16,384 bytes per frame; every list and text inside has its own.
/// `havn.wire.v1` is generated from `server/src/main/proto`.
@NullMarked
package havn.wire;

import org.jspecify.annotations.NullMarked;
