package havn.load.subject;

import havn.load.relay.RelayProcess;
import havn.load.socket.Loop;
import havn.load.socket.Loopback;
import havn.load.socket.WebSocket;
import havn.load.talk.Pair;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The bare relay in a process of its own.
public final class BareTarget implements Target {

  private final ServerProcess process;
  private final InetSocketAddress address;
  private @Nullable RelayPairs talking;

  private BareTarget(ServerProcess process, int port) {
    this.process = process;
    address = Loopback.at(port);
  }

  /// Starts it, pinned, with these JVM options.
  public static BareTarget start(Pin pin, List<String> jvm, Path log) {
    var command = new ArrayList<>(List.of(ServerProcess.tool("java").toString()));
    command.addAll(jvm);
    command.add("-Dlogback.configurationFile=load-logback.xml");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(RelayProcess.class.getName());
    var process = ServerProcess.start(pin.command(command), Map.of(), log);
    return new BareTarget(process, Integer.parseInt(process.line()));
  }

  @Override
  public void enter(Loop loop, Guest guest) {
    WebSocket.open(loop, address, "/solo", "", new Visit(guest));
  }

  @Override
  public List<Pair> pairs(Loop loop, int count) {
    talking = new RelayPairs(loop, address);
    return talking.open(count);
  }

  @Override
  public void part(Loop loop) {
    if (talking != null) {
      talking.part();
      talking = null;
    }
  }

  @Override
  public int mostOfAPair() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Footprint footprint() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }
}
