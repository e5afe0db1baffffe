/// Metrics and logs, without anything that identifies a person.
///
/// Logs are JSON lines on standard error, one key per concept, written with SLF4J's key-value
/// pairs; `logback.xml` sets them up. [Meters] holds the process's counters and gauges. Labels are
/// closed sets of words (a role, a code's number): never an id, an address or a text.
@NullMarked
package havn.telemetry;

import org.jspecify.annotations.NullMarked;
