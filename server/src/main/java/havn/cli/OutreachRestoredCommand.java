package havn.cli;

import havn.boot.Refusal;
import havn.boot.Reopening;
import havn.config.Settings;
import havn.config.SettingsRefused;
import havn.kernel.time.SystemTime;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `havn outreach restored`.
@Command(
    name = "restored",
    description = {
      "Says until when no service writes to people first after a restore, and ends that sooner",
      "when a coordinator decided so (docs/handbook/backup.md). Coordinators can do it in the",
      "console too, under Oppsøkende. It is a line of the journal, in the coordinator's name."
    },
    mixinStandardHelpOptions = true)
final class OutreachRestoredCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SettingsOption option = new SettingsOption();

  @Option(
      names = "--decided-by",
      paramLabel = "NAME",
      description = "Ends it; the shown name of the coordinator who decided so.")
  private String name = "";

  @Option(
      names = "--nothing-sent",
      description =
          "They know that nobody was written to first, reminded or called from any of the services"
              + " between backup and restore.")
  private boolean nothingSent;

  @Option(
      names = "--stops-imported",
      description =
          "They imported the provider's list of stops (Oppsøkende, Reservasjoner), or it is empty.")
  private boolean stopsImported;

  @Override
  public Integer call() throws SettingsRefused, Refusal {
    Settings settings = option.settings();
    PrintWriter out = spec.commandLine().getOut();
    if (name.isBlank() && !nothingSent && !stopsImported) {
      says(Reopening.until(settings), out);
    } else {
      ends(settings);
      out.println("services write to people first again; campaigns stay stopped, and no card has");
      out.println("a yes for WhatsApp");
    }
    return 0;
  }

  private void ends(Settings settings) throws Refusal {
    if (name.isBlank()) {
      throw new Refusal("--decided-by: name the coordinator who decided it");
    }
    if (!nothingSent) {
      throw new Refusal(
          "--nothing-sent is missing: if somebody was written to first or called after the backup"
              + " was made, the silence has to last");
    }
    if (!stopsImported) {
      throw new Refusal(
          "--stops-imported is missing: the coordinator first imports the provider's list of stops"
              + " in the console, under Oppsøkende, Reservasjoner");
    }
    Reopening.end(settings, name);
  }

  private static void says(Optional<Instant> until, PrintWriter out) {
    if (until.isEmpty()) {
      out.println("no restore keeps services from writing to people first");
      return;
    }
    out.println(
        "since a restore no service writes to people first, until "
            + until.get().atZone(SystemTime.OSLO).toLocalDate());
    out.println("a coordinator may end that for all services when");
    out.println("- nobody was written to first or called between backup and restore, and");
    out.println("- the provider's list of stops is imported (console: Oppsøkende, Reservasjoner):");
    out.println("havn outreach restored --decided-by NAME --nothing-sent --stops-imported");
  }
}
