/// Rounds in the table `field_round`, a row each.
@NullMarked
package havn.field.postgres;

import org.jspecify.annotations.NullMarked;
