/// Real stores without an installation, for the demo and for tests: Redis 7.0 and PostgreSQL 18
/// as child processes on [havn.lifecycle.Leash]es, on loopback, with passwords. Production uses
/// servers of its own; the start-up log says which it is.
///
/// Redis keeps nothing on disk, holds at most 256 MB and refuses writes beyond that. Its user
/// `havn` may use only the commands and keys named in `redis.conf`. PostgreSQL refuses to run
/// as root, so [Unprivileged] starts it without root's rights; its role `havn` owns the
/// database `havn` and is no superuser.
///
/// The programs are unpacked once into [StoreHome#programs()] (75 MB) and found there again.
@NullMarked
package havn.embedded;

import org.jspecify.annotations.NullMarked;
