/// Services in the table `service`, one JSON document each, which is the newest row of the service
/// in `service_edition`; and what waits to be published, in `service_draft`. Whoever writes either
/// of the first two holds the lock of `service` until the transaction ends.
@NullMarked
package havn.service.postgres;

import org.jspecify.annotations.NullMarked;
