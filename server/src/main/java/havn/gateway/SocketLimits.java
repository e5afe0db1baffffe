package havn.gateway;

import java.time.Duration;

/// Bounds of the sockets.
///
/// @param connections most open sockets of this process
/// @param outboundFrames most frames waiting to be read by one client
/// @param outboundBytes most bytes waiting to be read by one client
/// @param framesPerSecond what a client may send in the long run; bursts of twice as many pass
/// @param hello how long the first frame may take
/// @param heartbeat how often the server pings; three unanswered pings end a connection
public record SocketLimits(
    int connections,
    int outboundFrames,
    int outboundBytes,
    int framesPerSecond,
    Duration hello,
    Duration heartbeat) {

  /// Most open sockets when one more visitor comes: a tenth is left to staff, who would otherwise
  /// be kept out by whoever opens enough of them.
  int visitors() {
    return connections - connections / 10;
  }

  public static SocketLimits usual() {
    return new SocketLimits(
        20_000, 256, 1_048_576, 50, Duration.ofSeconds(10), Duration.ofSeconds(15));
  }
}
