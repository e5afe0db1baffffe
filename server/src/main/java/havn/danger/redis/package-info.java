/// Calls for help in Redis.
///
/// `{s:<service>}:danger`, a hash that lives 24 hours after the last call; at most 200.
/// Conversation
/// hex → `since ms ⏎ by (visitor, staff, line) ⏎ stands (1, 0) ⏎ slot ⏎ calls of the
/// visitor ⏎ calls
/// of staff ⏎ devices that come`, the last with commas between and at most 3.
@NullMarked
package havn.danger.redis;

import org.jspecify.annotations.NullMarked;
