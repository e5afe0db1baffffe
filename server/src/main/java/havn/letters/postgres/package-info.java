/// Mailboxes, letters, answers, sealed files and mailbox keys in PostgreSQL
/// (`db/migration/V2__mailboxes_letters_and_files.sql`).
///
/// Where several rows change they change in one transaction that locks the mailbox first, so that
/// two of them follow each other and never wait in a circle. What has ended is not found, even
/// before it is removed. Counts of 100,000 are looked up, not reserved: as many more may come in as
/// there are connections.
@NullMarked
package havn.letters.postgres;

import org.jspecify.annotations.NullMarked;
