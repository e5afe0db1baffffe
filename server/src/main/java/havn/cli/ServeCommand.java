package havn.cli;

import havn.boot.Refusal;
import havn.boot.ServerProcess;
import havn.config.ServingRole;
import havn.config.Settings;
import havn.config.SettingsRefused;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `havn serve`.
@Command(
    name = "serve",
    description = "Serves until it is told to stop (TERM or Ctrl-C), then lets everybody leave.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Mixin private SettingsOption option = new SettingsOption();

  @Option(
      names = "--roles",
      split = ",",
      paramLabel = "ROLE",
      description = "What this process does: visitor, desk, channels. Default: as in the settings.")
  private @Nullable List<String> roles;

  @Override
  public Integer call() throws SettingsRefused, Refusal {
    Settings settings = option.settings();
    if (roles != null) {
      settings = settings.withRoles(chosen(roles));
    }
    ServerProcess.run(settings);
    return 0;
  }

  private static EnumSet<ServingRole> chosen(List<String> names) throws Refusal {
    EnumSet<ServingRole> chosen = EnumSet.noneOf(ServingRole.class);
    for (String name : names) {
      Optional<ServingRole> role = ServingRole.parse(name.strip());
      chosen.add(
          role.orElseThrow(
              () -> new Refusal("--roles: `" + name + "` is none of visitor, desk, channels")));
    }
    return chosen;
  }
}
