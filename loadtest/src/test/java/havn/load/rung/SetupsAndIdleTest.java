package havn.load.rung;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.load.socket.Loop;
import havn.load.subject.BareTarget;
import havn.load.subject.Pin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetupsAndIdleTest {

  private static final List<String> JVM = List.of("-Xmx128m");

  @Test
  void theBareRelayClimbsFromConnectToIdleAndEndsWithTheRun() {
    var relay = BareTarget.start(new Pin(-1), JVM, Path.of("target", "relay-test.log"));
    try (var loop = new Loop()) {
      var time = Duration.ofSeconds(2);
      assertTrue(Setups.run(loop, relay, time, time) > 1);
      assertTrue(Idle.run(loop, relay, 50).liveBytes() > 0);
      assertTrue(relay.footprint().cpuMicros() > 0);
      assertFalse(relay.pairs(loop, 2).isEmpty());
      relay.part(loop);
    } finally {
      relay.close();
    }
    assertThrows(RuntimeException.class, () -> relay.footprint().residentBytes());
  }
}
