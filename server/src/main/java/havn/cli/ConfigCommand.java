package havn.cli;

import havn.config.SettingsPages;
import havn.config.SettingsRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `havn config check|show|doc`.
@Command(
    name = "config",
    description = "Checks, shows and explains the settings.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "check", description = "Says whether the settings are valid, and every mistake.")
  int check(@Mixin SettingsOption option) throws SettingsRefused {
    option.settings();
    spec.commandLine().getOut().println("the settings are valid");
    return 0;
  }

  @Command(name = "show", description = "Prints every setting and where it comes from.")
  int show(@Mixin SettingsOption option) {
    spec.commandLine().getOut().print(SettingsPages.show(option.file(), System.getenv()));
    spec.commandLine().getOut().flush();
    return 0;
  }

  @Command(name = "doc", description = "Prints an example file that explains every setting.")
  int doc() {
    spec.commandLine().getOut().print(SettingsPages.doc());
    spec.commandLine().getOut().flush();
    return 0;
  }
}
