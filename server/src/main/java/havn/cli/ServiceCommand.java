package havn.cli;

import havn.boot.Refusal;
import havn.boot.Shelf;
import havn.config.SettingsRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `havn service put|list`.
@Command(
    name = "service",
    description = "Stores and lists helpline services (docs/handbook/services.md).",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ServiceCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "put", description = "Adds or replaces services; all of the files or none.")
  int put(
      @Mixin SettingsOption option,
      @Parameters(paramLabel = "FILE", arity = "1..*", description = "One JSON document each.")
          List<Path> files)
      throws SettingsRefused, Refusal {
    Map<String, String> documents = new LinkedHashMap<>();
    for (Path file : files) {
      documents.put(file.toString(), read(file));
    }
    Shelf.put(option.settings(), documents)
        .forEach(id -> spec.commandLine().getOut().println("stored " + id));
    return 0;
  }

  @Command(name = "list", description = "Prints the ids of all services.")
  int list(@Mixin SettingsOption option) throws SettingsRefused, Refusal {
    Shelf.list(option.settings()).forEach(spec.commandLine().getOut()::println);
    return 0;
  }

  private static String read(Path file) throws Refusal {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new Refusal(file + " cannot be read as UTF-8 text");
    }
  }
}
