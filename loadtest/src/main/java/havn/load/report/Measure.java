package havn.load.report;

/// Each figure of the ladder, with its unit and goal.
public enum Measure {
  SETUPS(Rung.CONNECT, "set-ups", "1/s", true),
  IDLE_HEAP(Rung.IDLE, "live heap per idle connection", "KB", false),
  IDLE_RESIDENT(Rung.IDLE, "resident memory per idle connection", "KB", false),
  P50(Rung.TALK, "latency p50", "µs", false),
  P99(Rung.TALK, "latency p99", "µs", false),
  P999(Rung.TALK, "latency p99.9 (noise, no goal)", "µs", false),
  CPU(Rung.TALK, "server CPU per message", "µs", false),
  THROUGHPUT(Rung.RELAY, "messages, one in flight per pair", "1/s", true),
  FULL_CPU(Rung.RELAY, "server CPU per message", "µs", false),
  GENERATOR(Rung.RELAY, "generator busy", "%", false);

  private final Rung rung;
  private final String label;
  private final String unit;
  private final boolean higherIsBetter;

  Measure(Rung rung, String label, String unit, boolean higherIsBetter) {
    this.rung = rung;
    this.label = label;
    this.unit = unit;
    this.higherIsBetter = higherIsBetter;
  }

  public Rung rung() {
    return rung;
  }

  public String label() {
    return label;
  }

  public String unit() {
    return unit;
  }

  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  public Goal goal() {
    return switch (this) {
      case SETUPS -> Goal.ratio(0.35, 0.6);
      case IDLE_HEAP -> Goal.own(18, 10);
      case P50, CPU -> Goal.ratio(2.5, 1.7);
      case P99 -> Goal.ratio(5, 2.5).atMost(1_000);
      case THROUGHPUT -> Goal.ratio(0.3, 0.45);
      case IDLE_RESIDENT, P999, FULL_CPU, GENERATOR -> Goal.NONE;
    };
  }
}
