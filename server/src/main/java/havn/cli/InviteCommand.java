package havn.cli;

import havn.boot.Reception;
import havn.boot.Refusal;
import havn.config.SettingsRefused;
import havn.staff.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
      "For the first coordinator; later ones are invited in the console.",
      "With --again, a link for somebody who exists already, for example on a new browser."
    },
    mixinStandardHelpOptions = true)
final class InviteCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SettingsOption option = new SettingsOption();

  @Option(names = "--name", required = true, description = "The name visitors will see.")
  private String name = "";

  @Option(
      names = "--role",
      description = "coordinator, worker, volunteer, peer, mediator, partner, trainee or auditor.")
  private String role = "";

  @Option(
      names = "--services",
      split = ",",
      paramLabel = "SERVICE",
      description = "Services they work for, such as pro-mann,nadheim.")
  private List<String> services = List.of();

  @Option(names = "--again", description = "The person exists; --services is not needed.")
  private boolean again;

  @Override
  public Integer call() throws SettingsRefused, Refusal {
    spec.commandLine().getOut().println(again ? forThePerson() : forANewPerson());
    return 0;
  }

  private String forThePerson() throws SettingsRefused, Refusal {
    Optional<Role> known = role.isEmpty() ? Optional.empty() : Optional.of(known());
    return Reception.inviteAgain(option.settings(), name, known);
  }

  private String forANewPerson() throws SettingsRefused, Refusal {
    if (role.isEmpty() || services.isEmpty()) {
      throw new Refusal("--role and --services are needed for somebody new; see --help");
    }
    return Reception.invite(option.settings(), name, known(), new LinkedHashSet<>(services));
  }

  private Role known() throws Refusal {
    return Role.parse(role)
        .orElseThrow(() -> new Refusal("--role: `" + role + "` is not a role; see --help"));
  }
}
