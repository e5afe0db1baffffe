package havn.cli;

import havn.config.Settings;
import havn.config.SettingsRefused;
import havn.config.SettingsSource;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--config FILE`, for every command that needs the settings.
public final class SettingsOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings in YAML. Default: HAVN_CONFIG, else /etc/havn/havn.yaml.")
  private @Nullable Path file;

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /// The settings, or every problem with them.
  public Settings settings() throws SettingsRefused {
    return SettingsSource.read(file(), System.getenv());
  }
}
