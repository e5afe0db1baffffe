package havn.demo;

import havn.boot.DemoSeed;
import havn.boot.Refusal;
import havn.config.Settings;
import havn.config.SettingsRefused;
import havn.config.SettingsSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `havn seed-demo`.
@Command(
    name = "seed-demo",
    description = {
      "Puts three services and four people into a demonstration's PostgreSQL, and prints",
      "their one-time links as JSON."
    },
    mixinStandardHelpOptions = true)
public final class SeedDemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings in YAML. Default: HAVN_CONFIG, else /etc/havn/havn.yaml.")
  private @Nullable Path config;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A new file for the links, readable by its owner alone, instead of printing.")
  private @Nullable Path out;

  @Option(
      names = "--port-base",
      paramLabel = "N",
      description = "The demonstration's first port. Default: port-base of the settings.")
  private @Nullable Integer portBase;

  @Override
  public Integer call() throws SettingsRefused, Refusal, IOException {
    Settings settings = SettingsSource.read(Optional.ofNullable(config), System.getenv());
    int first = portBase == null ? settings.listeners().portBase() : portBase;
    if (out != null && Files.exists(out)) {
      throw new Refusal(out + " exists already");
    }
    String links = DemoSeed.plant(settings, first);
    if (out == null) {
      spec.commandLine().getOut().println(links);
    } else {
      Folder.secret(out, links + "\n");
    }
    return 0;
  }
}
