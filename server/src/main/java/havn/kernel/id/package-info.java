/// Names of things: 16 random bytes for a conversation, a device or a member of staff, a short
/// slug for a service.
@NullMarked
package havn.kernel.id;

import org.jspecify.annotations.NullMarked;
