package havn.gateway;

import havn.cluster.Cluster;
import havn.kernel.id.ServiceId;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The boards of all services, at most 64. They live on one event loop.
final class LineBoards {

  private static final Duration SLOWEST = Duration.ofSeconds(10);

  private final House house;
  private final Cluster cluster;
  private final ContextInternal context;
  private final Map<ServiceId, LineBoard> boards = new ConcurrentHashMap<>();

  private final Duration slowest;

  LineBoards(House house, Cluster cluster, ContextInternal context, Duration heartbeat) {
    this.house = house;
    this.cluster = cluster;
    this.context = context;
    this.slowest = heartbeat.compareTo(SLOWEST) < 0 ? heartbeat : SLOWEST;
  }

  LineBoard of(ServiceId service) {
    return boards.computeIfAbsent(
        service, s -> new LineBoard(s, house, context, slowest, () -> tell(s)));
  }

  /// The line of a service changed: here and in every process it is shown anew.
  void tell(ServiceId service) {
    changed(service);
    if (!cluster.others().isEmpty()) {
      cluster.sayAll(new RelayMessage.LineChanged(service).write());
    }
  }

  void changed(ServiceId service) {
    LineBoard board = boards.get(service);
    if (board != null) {
      board.changed();
    }
  }

  void allChanged() {
    boards.values().forEach(LineBoard::changed);
  }
}
