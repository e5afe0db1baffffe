package havn.cli;

import havn.boot.Reception;
import havn.boot.Refusal;
import havn.config.SettingsRefused;
import havn.staff.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `havn invite`.
@Command(
    name = "invite",
    description = {
      "Creates somebody of staff and prints a link that signs them in once, within 15 minutes.",
      "For the first coordinator; later ones are invited in the console."
    },
    mixinStandardHelpOptions = true)
final class InviteCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SettingsOption option = new SettingsOption();

  @Option(names = "--name", required = true, description = "The name visitors will see.")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      description = "coordinator, worker, volunteer, peer, mediator, partner, trainee or auditor.")
  private String role = "";

  @Option(
      names = "--services",
      required = true,
      split = ",",
      paramLabel = "SERVICE",
      description = "Services they work for, such as pro-mann,nadheim.")
  private List<String> services = List.of();

  @Override
  public Integer call() throws SettingsRefused, Refusal {
    Role known =
        Role.parse(role)
            .orElseThrow(() -> new Refusal("--role: `" + role + "` is not a role; see --help"));
    String link = Reception.invite(option.settings(), name, known, new LinkedHashSet<>(services));
    spec.commandLine().getOut().println(link);
    return 0;
  }
}
