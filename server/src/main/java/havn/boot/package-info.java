/// The composition root: which parts make up a process, and in which order they start and stop.
///
/// [ServerProcess] starts `stores → management port → roles → ready` and stops in the other order
/// after letting everybody leave. Each role is composed in one class: [VisitorRole], [DeskRole],
/// [ChannelsRole]. [StoresProcess] runs the embedded stores alone, [Safekeeping] saves and restores
/// PostgreSQL.
@NullMarked
package havn.boot;

import org.jspecify.annotations.NullMarked;
