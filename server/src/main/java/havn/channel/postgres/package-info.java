/// The outbox in the table `outbox`; claims skip rows that others hold.
@NullMarked
package havn.channel.postgres;

import org.jspecify.annotations.NullMarked;
