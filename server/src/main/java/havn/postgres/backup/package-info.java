/// Saving and restoring PostgreSQL without the server's own tools.
///
/// A backup is a ZIP file, readable by its owner alone, taken in one consistent snapshot:
///
/// - `manifest.json`: format 1, schema version, tables in the order of their references, sequences
/// - `tables/<name>.copy`: what `COPY <name> TO STDOUT` printed
/// - `complete.json`: rows per table, written last
///
/// [Omission] says which tables stay out, and why. Redis is never saved: that is the design.
/// What was done since is unknown after a restore, and [SinceBackup] takes it for the worst.
@NullMarked
package havn.postgres.backup;

import org.jspecify.annotations.NullMarked;
