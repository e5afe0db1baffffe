package havn.load;

import havn.load.full.FullSite;
import havn.load.report.Ledger;
import havn.load.report.Ledger.Side;
import havn.load.subject.BareTarget;
import havn.load.subject.Pin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One run: each start takes the bare relay and then the full server up the ladder, so that both
/// feel the same hour of the machine.
final class Run {

  /// Both servers get the same.
  private static final List<String> JVM = List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED");

  private final Settings settings;
  private final Place place;
  private final Ladder ladder;
  private final Consumer<String> say;

  /// Where a run lives.
  ///
  /// @param havn the program of the full server; empty measures the bare relay alone
  /// @param home a folder for data and logs
  record Place(Optional<Path> havn, Path home, Pin pin) {}

  Run(Settings settings, Place place, Ledger ledger, Consumer<String> say) {
    this.settings = settings;
    this.place = place;
    this.say = say;
    ladder = new Ladder(settings, ledger, say);
  }

  /// Runs; answers the version of Redis, if there was one.
  Optional<String> go() {
    if (place.havn().isEmpty()) {
      starts(Optional.empty());
      return Optional.empty();
    }
    say.accept("full server: stores, keys and a crew of " + settings.pairs());
    var order =
        new FullSite.Order(place.havn().get(), place.home(), place.pin(), JVM, settings.pairs());
    try (var site = FullSite.open(order)) {
      starts(Optional.of(site));
      return site.redisVersion();
    }
  }

  private void starts(Optional<FullSite> site) {
    for (int start = 1; start <= settings.starts(); start++) {
      say.accept("start %d of %d: bare relay".formatted(start, settings.starts()));
      try (var bare = BareTarget.start(place.pin(), JVM, place.home().resolve("relay.log"))) {
        ladder.climb(Side.BARE, bare);
      }
      if (site.isPresent()) {
        say.accept("start %d of %d: full server".formatted(start, settings.starts()));
        try (var full = site.get().start()) {
          ladder.climb(Side.FULL, full);
        }
      }
    }
  }
}
