/// Counters in the table `service_count`, a row for a service, a day and a thing.
@NullMarked
package havn.figures.postgres;

import org.jspecify.annotations.NullMarked;
