/// Several processes on one Redis: who else is there, and a channel to each.
///
/// Every process has a fresh id of 16 hexadecimal digits, beats in the sorted set `nodes` every 5
/// seconds, and listens to the plain channel `node:<id>`. A process that has not beaten for 15
/// seconds is gone. What is said on a channel may be lost: it wakes others up and is never the only
/// place of anything. After the subscription was away, `returned` asks everybody to look into the
/// stores.
@NullMarked
package havn.cluster;

import org.jspecify.annotations.NullMarked;
