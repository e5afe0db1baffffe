package havn;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/// TCP ports on loopback for tests. They lie below the ports that the system lends to outgoing
/// connections, so that no connection of another test takes one between the look and the use.
public final class TestPorts {

  private static final int FIRST = 12_000;
  private static final int COUNT = 20_000;
  /// Processes that were started one after another begin far from each other.
  private static final int STRIDE = 12_361;
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * STRIDE % COUNT));

  private TestPorts() {}

  /// A port on which nobody listens; no other call in this process answers it.
  public static int free() {
    return freeRow(1);
  }

  /// The first of `many` ports in a row on which nobody listens.
  public static int freeRow(int many) {
    for (int tries = 0; tries < COUNT; tries++) {
      int first = FIRST + Math.floorMod(NEXT.getAndAdd(many), COUNT);
      if (allFree(first, many)) {
        return first;
      }
    }
    throw new IllegalStateException("no free TCP ports on loopback");
  }

  private static boolean allFree(int first, int many) {
    for (int port = first; port < first + many; port++) {
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }
}
