package havn.load;

import havn.load.report.Ledger;
import havn.load.report.Ledger.Side;
import havn.load.report.Measure;
import havn.load.report.Rung;
import havn.load.rung.FixedRate;
import havn.load.rung.Idle;
import havn.load.rung.OneInFlight;
import havn.load.rung.Setups;
import havn.load.socket.Loop;
import havn.load.subject.Target;
import java.time.Duration;
import java.util.function.Consumer;

/// One target climbs the chosen rungs; what it reaches is noted.
final class Ladder {

  private static final double KILOBYTE = 1_000;
  private static final double NANOS_PER_MICRO = 1_000;

  private final Settings settings;
  private final Ledger ledger;
  private final Consumer<String> say;

  Ladder(Settings settings, Ledger ledger, Consumer<String> say) {
    this.settings = settings;
    this.ledger = ledger;
    this.say = say;
  }

  /// Climbs in order.
  void climb(Side side, Target target) {
    try (var loop = new Loop()) {
      if (settings.rungs().contains(Rung.CONNECT)) {
        connect(side, loop, target);
      }
      if (settings.rungs().contains(Rung.IDLE)) {
        idle(side, loop, target);
      }
      if (settings.rungs().contains(Rung.TALK)) {
        talk(side, loop, target);
      }
      if (settings.rungs().contains(Rung.RELAY)) {
        relay(side, loop, target);
      }
    }
  }

  private void connect(Side side, Loop loop, Target target) {
    say.accept("  rung 1, connect");
    ledger.note(side, Measure.SETUPS, Setups.run(loop, target, warm(), time()));
  }

  private void idle(Side side, Loop loop, Target target) {
    say.accept("  rung 2, idle: " + settings.idle() + " connections");
    var cost = Idle.run(loop, target, settings.idle());
    ledger.note(side, Measure.IDLE_HEAP, cost.liveBytes() / KILOBYTE);
    ledger.note(side, Measure.IDLE_RESIDENT, cost.residentBytes() / KILOBYTE);
  }

  private void talk(Side side, Loop loop, Target target) {
    say.accept(
        "  rung 3, talk: %d pairs, %d messages a second".formatted(pairs(), settings.rate()));
    var pairs = target.pairs(loop, pairs());
    var cpu = target.footprint();
    var result =
        FixedRate.run(
            loop, pairs, settings.rate(), settings.warm(), settings.seconds(), cpu::cpuMicros);
    ledger.note(side, Measure.P50, result.latency().getValueAtPercentile(50) / NANOS_PER_MICRO);
    ledger.note(side, Measure.P99, result.latency().getValueAtPercentile(99) / NANOS_PER_MICRO);
    ledger.note(side, Measure.P999, result.latency().getValueAtPercentile(99.9) / NANOS_PER_MICRO);
    ledger.note(side, Measure.CPU, result.cpuMicros());
    target.part(loop);
  }

  private void relay(Side side, Loop loop, Target target) {
    say.accept("  rung 4, relay: %d pairs, one frame in flight each".formatted(pairs()));
    var pairs = target.pairs(loop, pairs());
    var result =
        OneInFlight.run(
            loop, pairs, warm(), time(), target.mostOfAPair(), target.footprint()::cpuMicros);
    ledger.note(side, Measure.THROUGHPUT, result.perSecond());
    ledger.note(side, Measure.FULL_CPU, result.cpuMicros());
    ledger.note(side, Measure.GENERATOR, 100 * result.generatorBusy());
    target.part(loop);
  }

  private int pairs() {
    return settings.pairs();
  }

  private Duration warm() {
    return Duration.ofSeconds(settings.warm());
  }

  private Duration time() {
    return Duration.ofSeconds(settings.seconds());
  }
}
