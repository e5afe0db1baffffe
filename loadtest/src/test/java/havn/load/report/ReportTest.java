package havn.load.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.load.report.Ledger.Side;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Machine MACHINE =
      new Machine(2, "a processor", "25", Optional.of("7.0.15"), true);

  @Test
  void theMedianIsTheMiddleOfTheStarts() {
    assertEquals(5, new Series(List.of(9.0, 5.0, 1.0)).median());
    assertEquals(3, new Series(List.of(5.0, 1.0)).median());
    assertThrows(IllegalArgumentException.class, () -> new Series(List.of()));
  }

  @Test
  void aThroughputIsJudgedByItsRatio() {
    assertEquals(Goal.Met.AIM, met(Measure.THROUGHPUT, 100, 50));
    assertEquals(Goal.Met.MUST, met(Measure.THROUGHPUT, 100, 31));
    assertEquals(Goal.Met.MISSED, met(Measure.THROUGHPUT, 100, 29));
  }

  @Test
  void aLatencyIsJudgedByItsRatioAndItsCeiling() {
    assertEquals(Goal.Met.AIM, met(Measure.P99, 100, 250));
    assertEquals(Goal.Met.MISSED, met(Measure.P99, 100, 501));
    assertEquals(Goal.Met.MISSED, met(Measure.P99, 600, 1_001));
  }

  @Test
  void memoryIsJudgedByOurOwnFigure() {
    assertEquals(Goal.Met.MUST, met(Measure.IDLE_HEAP, 1, 18));
    assertEquals(Goal.Met.MISSED, met(Measure.IDLE_HEAP, 100, 18.1));
  }

  @Test
  void aSideThatWasNotRunIsNotJudged() {
    var ledger = new Ledger();
    ledger.note(Side.BARE, Measure.SETUPS, 100);
    assertEquals(Goal.Met.NOT_SET, ledger.rows().getFirst().met());
    assertTrue(Table.of(ledger.rows()).contains("not judged"));
  }

  @Test
  void theJsonSaysWhatTheTableSays() {
    var ledger = new Ledger();
    for (double run : new double[] {10, 30, 20}) {
      ledger.note(Side.BARE, Measure.THROUGHPUT, run * 10);
      ledger.note(Side.FULL, Measure.THROUGHPUT, run * 4);
    }
    ledger.note(Side.FULL, Measure.IDLE_HEAP, 12);
    var json = new JsonObject(Json.of(MACHINE, Map.of("starts", 3), ledger.rows()));

    assertEquals(1, json.getInteger("version"));
    assertEquals("7.0.15", json.getJsonObject("machine").getString("redis"));
    assertEquals(3, json.getJsonObject("settings").getInteger("starts"));
    var idle = json.getJsonArray("rows").getJsonObject(0);
    assertEquals("idle_heap", idle.getString("measure"));
    assertNull(idle.getJsonObject("bare"));
    var relay = json.getJsonArray("rows").getJsonObject(1);
    assertEquals(
        Set.of(
            "rung",
            "measure",
            "label",
            "unit",
            "higherIsBetter",
            "bare",
            "full",
            "ratio",
            "goal",
            "met"),
        relay.fieldNames());
    assertEquals(4, relay.getInteger("rung"));
    assertEquals(200, relay.getJsonObject("bare").getDouble("median"));
    assertEquals(3, relay.getJsonObject("full").getJsonArray("runs").size());
    assertEquals(0.4, relay.getDouble("ratio"), 1e-9);
    assertEquals("must", relay.getString("met"));
    assertEquals(0.3, relay.getJsonObject("goal").getDouble("must"));
  }

  private static Goal.Met met(Measure measure, double bare, double full) {
    var ledger = new Ledger();
    ledger.note(Side.BARE, measure, bare);
    ledger.note(Side.FULL, measure, full);
    return ledger.rows().getFirst().met();
  }
}
