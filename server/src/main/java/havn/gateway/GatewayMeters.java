package havn.gateway;

import havn.kernel.time.SystemTime;
import havn.telemetry.Meters;
import havn.wire.v1.Code;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// What the sockets count. Numbers only: no id, no address, no service.
public final class GatewayMeters {

  final AtomicInteger connections = new AtomicInteger();
  final Meters.Count framesIn;
  final Meters.Count framesOut;
  final Meters.Count appended;
  final Meters.Count replayed;
  private final Meters.Watch claims;
  private final Map<Code, Meters.Count> codes = new EnumMap<>(Code.class);

  public GatewayMeters(Meters meters) {
    meters.gauge("havn.connections", connections::get);
    framesIn = meters.count("havn.frames", "direction", "in");
    framesOut = meters.count("havn.frames", "direction", "out");
    appended = meters.count("havn.entries", "how", "appended");
    replayed = meters.count("havn.entries", "how", "replayed");
    claims = meters.watch("havn.claims");
    for (Code code : Code.values()) {
      if (code != Code.UNRECOGNIZED && code != Code.CODE_UNSPECIFIED) {
        String number = Integer.toString(code.getNumber());
        codes.put(code, meters.count("havn.codes", "code", number));
      }
    }
  }

  /// A connection was closed, or a request refused, with this code.
  void said(Code code) {
    Meters.Count count = codes.get(code);
    if (count != null) {
      count.one();
    }
  }

  /// A claim that began at `nanos` of the monotonic clock was answered.
  void claimed(long nanos) {
    claims.took(Duration.ofNanos(SystemTime.monotonicNanos() - nanos));
  }
}
