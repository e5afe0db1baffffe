package havn.demo;

import havn.config.SettingsRefused;
import havn.config.SettingsSource;
import havn.embedded.StoreHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `havn demo`; `ops/demo` builds and then runs it.
@Command(
    name = "demo",
    description = "Runs a demonstration of everything, until it is told to stop.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  private static final int MOST_BASE = 65_535 - 7;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      defaultValue = "target/demo",
      description = "Folder for everything it writes, emptied first. Default: ${DEFAULT-VALUE}")
  private Path data = Path.of("target/demo");

  @Option(
      names = "--programs",
      defaultValue = "target/embedded",
      description = "Folder for the unpacked store programs. Default: ${DEFAULT-VALUE}")
  private Path programs = Path.of("target/embedded");

  @Option(
      names = "--port-base",
      defaultValue = "${env:HAVN_PORT_BASE:-8080}",
      description = "First of eight ports on this machine. Default: ${DEFAULT-VALUE}")
  private int portBase = 8080;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = {
        "What time it is in the demonstration when it starts, in Oslo: 2026-11-24T17:50.",
        "It then has a clock of its own, with a page that makes it run faster."
      })
  private @Nullable LocalDateTime at;

  @Override
  public Integer call() throws IOException, SettingsRefused {
    PrintWriter out = spec.commandLine().getOut();
    SettingsSource.requireKnown(System.getenv().keySet());
    if (portBase < 1_024 || portBase > MOST_BASE) {
      throw new ParameterException(
          spec.commandLine(),
          "HAVN_PORT_BASE (or --port-base) is "
              + portBase
              + "; a demo needs eight ports from 1024 to 65535, so write 1024 to "
              + MOST_BASE);
    }
    DemoPlace place =
        new DemoPlace(new StoreHome(programs, data), portBase, Optional.ofNullable(at));
    Folder.requireFree(place);
    try (Folder folder = Folder.take(place.home());
        Supervisor supervisor = new Supervisor(place, out)) {
      Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close, "stop"));
      out.println("demo: starting in " + folder.path());
      supervisor.run();
    }
    return 0;
  }
}
