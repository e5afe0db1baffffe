package havn.load;

import havn.load.report.Json;
import havn.load.report.Ledger;
import havn.load.report.Machine;
import havn.load.report.Rung;
import havn.load.report.Table;
import havn.load.subject.Pin;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Climbs the ladder with the bare relay and with our full server, prints one table, writes one
/// JSON file. Exit code 0 when every rung ran, whatever it reached.
@Command(
    name = "havn-load",
    mixinStandardHelpOptions = true,
    description = "Measures the full server against a bare Vert.x relay in one run.")
public final class HavnLoad implements Callable<Integer> {

  @Parameters(description = "Rungs to climb, 1 to 4; all when none is named.", arity = "0..4")
  private List<Integer> rungs = List.of();

  @Option(names = "--quick", description = "One short start: shows that it runs, measures little.")
  private boolean quick;

  @Option(names = "--starts", description = "Server starts; the median counts.", defaultValue = "3")
  private int starts;

  @Option(names = "--pairs", description = "Talking pairs, at most 500.", defaultValue = "500")
  private int pairs;

  @Option(names = "--rate", description = "Messages a second on rung 3.", defaultValue = "2000")
  private int rate;

  @Option(
      names = "--idle",
      description = "Sockets on rung 2, at most 9,000.",
      defaultValue = "2000")
  private int idle;

  @Option(names = "--seconds", description = "Measured seconds on a rung.", defaultValue = "5")
  private int seconds;

  @Option(names = "--core", description = "Core of the server side; -1 pins nothing.")
  private int core = -1;

  @Option(names = "--json", description = "Where the JSON goes.")
  private Path json = Path.of("target", "loadtest", "result.json");

  @Option(names = "--havn", description = "The program of the full server.")
  private Path program = Path.of("ops", "havn");

  @Option(names = "--bare-only", description = "Measures the bare relay alone.")
  private boolean bareOnly;

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new HavnLoad())
            .setExecutionExceptionHandler(HavnLoad::explain)
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    var settings =
        quick
            ? Settings.quick(chosen())
            : new Settings(chosen(), starts, pairs, rate, idle, 3, seconds, false);
    var out = System.out;
    var ledger = new Ledger();
    var havn = bareOnly ? Optional.<Path>empty() : Optional.of(program);
    var place = new Run.Place(havn, json.resolveSibling("run"), new Pin(core));
    var redis = new Run(settings, place, ledger, out::println).go();
    var machine = Machine.here(redis, core >= 0);
    print(out, machine, ledger);
    Files.createDirectories(json.toAbsolutePath().getParent());
    Files.writeString(json, Json.of(machine, settings.named(), ledger.rows()));
    return 0;
  }

  /// What a run found wrong is said in a sentence; anything else is a defect with its trace.
  private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult result)
      throws Exception {
    if (failure instanceof IllegalStateException || failure instanceof IllegalArgumentException) {
      line.getErr().println("havn-load: " + failure.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw failure;
  }

  private Set<Rung> chosen() {
    if (rungs.isEmpty()) {
      return EnumSet.allOf(Rung.class);
    }
    return rungs.stream().flatMap(n -> Rung.numbered(n).stream()).collect(Collectors.toSet());
  }

  private static void print(PrintStream out, Machine machine, Ledger ledger) {
    out.printf(
        "%n%d cores (%s), JDK %s, Redis %s, server side %s%n%n",
        machine.cores(),
        machine.processor(),
        machine.jdk(),
        machine.redis().orElse("not run"),
        machine.pinned() ? "on one core" : "not pinned");
    out.print(Table.of(ledger.rows()));
  }
}
