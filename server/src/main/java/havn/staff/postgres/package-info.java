/// People, their devices and the signed documents, in the tables `staff`, `device`, `root_set`,
/// `signer` and `roster`.
@NullMarked
package havn.staff.postgres;

import org.jspecify.annotations.NullMarked;
