package havn.cli;

import havn.boot.Refusal;
import havn.boot.Safekeeping;
import havn.config.SettingsRefused;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `havn restore FILE`.
@Command(
    name = "restore",
    description =
        "Puts a backup into an empty PostgreSQL database; refuses one that holds anything.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SettingsOption option = new SettingsOption();

  @Parameters(paramLabel = "FILE", description = "What `havn backup` wrote.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws SettingsRefused, Refusal {
    spec.commandLine().getOut().println(Safekeeping.restore(option.settings(), file));
    return 0;
  }
}
