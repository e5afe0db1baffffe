/// Calls for help in Redis.
///
/// `{s:<service>}:danger`, a hash that lives 24 hours after the last call; at most 200.
/// Conversation hex → `since ms ⏎ by (visitor, staff, line) ⏎ stands (1, 0) ⏎ slot ⏎ calls of the
/// visitor ⏎ calls of staff ⏎ answers`: `+` and a device that comes, at most 3, or `-` and one that
/// has heard it and cannot, at most 8, with commas between.
@NullMarked
package havn.danger.redis;

import org.jspecify.annotations.NullMarked;
