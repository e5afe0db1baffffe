/// Transcripts of conversations, for services that keep them (docs/protocol/sealed.md,
/// "Transcripts").
///
/// ```
/// console ──parts, wrapped key──► PostgreSQL ┐
///                                            ├─ both are needed, and a device's mailbox key
/// server ──share S──────────────► Redis      ┘
/// ```
///
/// Erasing overwrites the share first; what stays behind then, in a backup or on a disk, opens to
/// nobody. Opening is written into the journal before anything is handed out. Bounds: 100,000
/// archives, 8 per conversation, 200 parts of 64 KiB each.
@NullMarked
package havn.transcript;

import org.jspecify.annotations.NullMarked;
