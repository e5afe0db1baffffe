/// Notes in the table `sealed_note`. Whoever adds one holds the row of its service, so that there
/// are never more than the bound.
@NullMarked
package havn.notes.postgres;

import org.jspecify.annotations.NullMarked;
