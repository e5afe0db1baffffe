package havn.load.full;

import havn.load.subject.Pin;
import havn.load.subject.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Everything of the full server that outlives one start: stores, keys, crew. Its data is removed
/// when it closes.
public final class FullSite implements AutoCloseable {

  /// A service of the demo's seed that is open on the day of the run.
  private static final String SERVICE = "pro-mann";

  private final StoresUnderLoad stores;
  private final RunningServer.Plan plan;
  private final Crew crew;

  private FullSite(StoresUnderLoad stores, RunningServer.Plan plan, Crew crew) {
    this.stores = stores;
    this.plan = plan;
    this.crew = crew;
  }

  /// What to start and where.
  ///
  /// @param havn the program `ops/havn`
  /// @param home a folder for data and logs, emptied first
  /// @param browsers workers' browsers to enrol, at most 500
  public record Order(Path havn, Path home, Pin pin, List<String> jvm, int browsers) {}

  /// Starts the stores, seeds them, signs the crew in and rosters it.
  public static FullSite open(Order order) {
    empty(order.home());
    var papers = new Papers(InstantSource.system().instant());
    var ports = Ports.free(RandomGenerator.getDefault());
    var plan =
        new RunningServer.Plan(
            order.havn(), order.home(), ports, order.pin(), order.jvm(), papers.pin());
    var stores = StoresUnderLoad.start(order.havn(), order.home(), ports, order.pin());
    try {
      return new FullSite(stores, plan, crew(plan, stores, papers, order.browsers()));
    } catch (RuntimeException failed) {
      stores.close();
      empty(order.home().resolve("stores"));
      throw failed;
    }
  }

  /// Seeds the stores, then signs in and rosters the crew through a server of its own.
  private static Crew crew(
      RunningServer.Plan plan, StoresUnderLoad stores, Papers papers, int browsers) {
    var invite = Seed.coordinatorsInvite(plan, stores);
    try (var server = RunningServer.start(plan, stores);
        var office = server.office()) {
      return Crew.gather(office, office.signIn(invite), papers, SERVICE, browsers);
    }
  }

  /// Starts the server once more.
  public Target start() {
    return new FullTarget(RunningServer.start(plan, stores), plan.ports(), crew, SERVICE);
  }

  public Optional<String> redisVersion() {
    return stores.redisVersion();
  }

  @Override
  public void close() {
    stores.close();
    empty(plan.home().resolve("stores"));
  }

  private static void empty(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var tree = Files.walk(folder)) {
      for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
