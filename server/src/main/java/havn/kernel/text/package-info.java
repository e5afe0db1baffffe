/// Text that comes from outside, read strictly: JSON with bounds, and its members with the path of
/// every fault.
@NullMarked
package havn.kernel.text;

import org.jspecify.annotations.NullMarked;
