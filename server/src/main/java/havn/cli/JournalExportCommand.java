package havn.cli;

import havn.boot.JournalReading;
import havn.boot.Refusal;
import havn.config.SettingsRefused;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `havn journal export`.
@Command(
    name = "export",
    description = {
      "Prints the journal: number, time, staff id, act, pseudonym of the thing and hash, with a"
          + " tab",
      "between each."
    },
    mixinStandardHelpOptions = true)
final class JournalExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SettingsOption option = new SettingsOption();

  @Override
  public Integer call() throws SettingsRefused, Refusal {
    JournalReading.lines(option.settings()).forEach(spec.commandLine().getOut()::println);
    return 0;
  }
}
