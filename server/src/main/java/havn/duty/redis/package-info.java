/// Duty in Redis: `{s:<service>}:duty`, a hash of device hex → `until ms ⏎ beat ms ⏎ break
/// ⏎ load ⏎
/// capacity`. The hash lives three minutes after its last change.
@NullMarked
package havn.duty.redis;

import org.jspecify.annotations.NullMarked;
