/// The only place that reads a clock. Everything else is handed an [java.time.InstantSource].
@NullMarked
package havn.kernel.time;

import org.jspecify.annotations.NullMarked;
