/// Services in the table `service`, one JSON document each.
@NullMarked
package havn.service.postgres;

import org.jspecify.annotations.NullMarked;
