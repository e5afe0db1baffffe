package havn.load.full;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/// Where the full server listens: its ports stand in a row.
record Ports(int base) {

  private static final int IN_A_ROW = 7;
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int TRIES = 50;

  int open() {
    return base;
  }

  int desk() {
    return base + 1;
  }

  /// As the server's default desk address says it.
  String deskOrigin() {
    return "http://localhost:" + desk();
  }

  int management() {
    return base + 2;
  }

  /// Seven free ports, outside the range from which the kernel picks ports of clients.
  static Ports free(RandomGenerator random) {
    for (int i = 0; i < TRIES; i++) {
      var ports = new Ports(random.nextInt(LOWEST, HIGHEST));
      if (ports.allFree()) {
        return ports;
      }
    }
    throw new IllegalStateException("no seven free ports in a row were found");
  }

  private boolean allFree() {
    for (int port = base; port < base + IN_A_ROW; port++) {
      try (var probe = new ServerSocket()) {
        probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }
}
