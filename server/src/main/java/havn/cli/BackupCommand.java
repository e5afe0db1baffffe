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

/// `havn backup FILE`.
@Command(
    name = "backup",
    description = "Saves PostgreSQL into one file, as it was at one moment. Redis is never saved.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SettingsOption option = new SettingsOption();

  @Parameters(paramLabel = "FILE", description = "A file that does not exist yet.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws SettingsRefused, Refusal {
    spec.commandLine().getOut().println(Safekeeping.backup(option.settings(), file));
    return 0;
  }
}
