/// JSON as trust documents allow it: UTF-8, no duplicate or unknown members, whole numbers, at most
/// 512 KiB and eight levels deep.
@NullMarked
package havn.seal.json;

import org.jspecify.annotations.NullMarked;
