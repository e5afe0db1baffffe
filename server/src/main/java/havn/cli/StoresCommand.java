package havn.cli;

import havn.boot.Refusal;
import havn.boot.StoresProcess;
import havn.embedded.StoreHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `havn stores`.
@Command(
    name = "stores",
    description =
        "Runs embedded Redis and PostgreSQL for demo and tests, until it is told to stop.",
    mixinStandardHelpOptions = true)
final class StoresCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      defaultValue = "target/stores",
      description = "Folder for data and passwords. Default: ${DEFAULT-VALUE}")
  private Path data = Path.of("target/stores");

  @Option(
      names = "--programs",
      defaultValue = "target/embedded",
      description = "Folder for the unpacked programs. Default: ${DEFAULT-VALUE}")
  private Path programs = Path.of("target/embedded");

  @Option(
      names = "--port-base",
      defaultValue = "${env:HAVN_PORT_BASE:-8080}",
      description = "Redis listens on this + 4, PostgreSQL on this + 5. Default: ${DEFAULT-VALUE}")
  private int portBase = 8080;

  @Option(
      names = "--redis-megabytes",
      defaultValue = "256",
      description = "Most memory of Redis, 64 to 65536. Default: ${DEFAULT-VALUE}")
  private int redisMegabytes = 256;

  @Override
  public Integer call() throws IOException, Refusal {
    if (redisMegabytes < 64 || redisMegabytes > 65_536) {
      throw new Refusal("--redis-megabytes: write a number from 64 to 65536");
    }
    StoreHome home = new StoreHome(programs, data);
    StoresProcess.run(home, portBase, redisMegabytes, spec.commandLine().getOut());
    return 0;
  }
}
