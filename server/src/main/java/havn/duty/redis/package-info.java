/// Duty in Redis: `{s:<service>}:duty`, a hash that lives three minutes after its last change.
/// Device hex → `until ms ⏎ beat ms ⏎ break ⏎ load ⏎ capacity ⏎ salt hex ⏎ name`.
@NullMarked
package havn.duty.redis;

import org.jspecify.annotations.NullMarked;
