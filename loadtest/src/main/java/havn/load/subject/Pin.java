package havn.load.subject;

import java.util.ArrayList;
import java.util.List;

/// Which core the server side runs on. `core` is the number as `taskset` knows it; -1 pins nothing.
public record Pin(int core) {

  /// The command, pinned.
  public List<String> command(List<String> command) {
    if (core < 0) {
      return command;
    }
    var pinned = new ArrayList<>(List.of("taskset", "-c", Integer.toString(core)));
    pinned.addAll(command);
    return List.copyOf(pinned);
  }
}
