/// The yardstick: a bare Vert.x relay that pairs two WebSockets and copies each message. It stores
/// nothing, checks nothing and knows nobody; what our server costs more, it costs for a reason.
@NullMarked
package havn.load.relay;

import org.jspecify.annotations.NullMarked;
