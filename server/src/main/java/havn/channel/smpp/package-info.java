/// The provider behind SMPP 3.4: an operator's own message centre.
///
/// [havn.channel.smpp.SmppChannel] hands texts over one connection, bound as transceiver, which
/// [havn.channel.smpp.Link] keeps: it binds, asks `enquire_link`, and after a loss binds again,
/// later and later. A text goes out in GSM 03.38, or in UCS-2 where it must, in one part or several
/// with a user data header. Parts that come in, with a header or with SAR parameters, are gathered.
///
/// ```
/// hand ─► submit_sm ─┬─ answered ─► accepted, by the id of its last part
///                    ├─ refused ─► refused; after the first part: nobody knows
///                    └─ silence, or the line breaks ─► nobody knows
/// deliver_sm ─► receipt or text ─► told ─┬─ kept ─► acknowledged
///                                        └─ else ─► ESME_RX_T_APPN, and comes again
/// ```
///
/// A message centre knows no text by our key and is asked for none. Only the last part asks for a
/// receipt. A part that is not the last one to come is acknowledged while it is in memory alone:
/// when the process ends before the rest is there, it is lost, as it is with every phone. The
/// library blocks its own threads and none of an event loop. What it would log is switched off,
/// since it logs what is sent.
///
/// Limits: 8 texts under way (more are refused for now), 16 KiB a PDU, 8 s to keep what came in, 4
/// s for an answer, 5 s for a text to begin its last part, a connection tried after 1, 2, 4, … 60
/// s, `enquire_link` every 30 s, 64 texts being gathered, each of 16 parts and for 10 minutes.
@NullMarked
package havn.channel.smpp;

import org.jspecify.annotations.NullMarked;
