/// Numbers and wishes in the table `reminder`; what is queued in `outbox`.
@NullMarked
package havn.reminder.postgres;

import org.jspecify.annotations.NullMarked;
