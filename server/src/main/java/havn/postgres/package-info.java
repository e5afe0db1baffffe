/// The one door to PostgreSQL: the pool that the `<feature>.postgres` rooms use, and the Flyway
/// migrations that make their tables (`db/migration` on the class path).
///
/// Limits: 8 connections per process, 200 waiting requests, 5 s for a connection.
@NullMarked
package havn.postgres;

import org.jspecify.annotations.NullMarked;
