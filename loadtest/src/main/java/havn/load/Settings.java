package havn.load;

import havn.load.report.Rung;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// How long and how large a run is. Times in seconds.
public record Settings(
    Set<Rung> rungs,
    int starts,
    int pairs,
    int rate,
    int idle,
    int warm,
    int seconds,
    boolean quick) {

  /// More pairs than this are not rostered: a roster holds at most 500 devices.
  static final int MOST_PAIRS = 500;

  /// More sockets than this do not fit a process's 20,000 file descriptors on both sides of a pair.
  static final int MOST_IDLE = 9_000;

  public Settings {
    rungs = Set.copyOf(rungs);
    require(!rungs.isEmpty(), "at least one rung, 1 to 4");
    require(starts >= 1 && starts <= 9, "--starts is 1 to 9");
    require(pairs >= 1 && pairs <= MOST_PAIRS, "--pairs is 1 to 500");
    require(rate >= 1 && rate <= 20_000, "--rate is 1 to 20,000 messages a second");
    require(idle >= 1 && idle <= MOST_IDLE, "--idle is 1 to 9,000 connections");
    require(seconds >= 1 && seconds <= 30, "--seconds is 1 to 30");
  }

  /// One short start that shows that everything runs; its figures mean little.
  static Settings quick(Set<Rung> rungs) {
    return new Settings(rungs, 1, 20, 200, 100, 1, 1, true);
  }

  /// As the JSON names them.
  Map<String, Object> named() {
    var named = new LinkedHashMap<String, Object>();
    named.put("quick", quick);
    named.put("starts", starts);
    named.put("pairs", pairs);
    named.put("rate", rate);
    named.put("idle", idle);
    named.put("warmSeconds", warm);
    named.put("seconds", seconds);
    named.put("frameBytes", 1_024);
    return named;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
