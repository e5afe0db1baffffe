package havn.cli;

import havn.boot.JournalReading;
import havn.boot.Refusal;
import havn.config.SettingsRefused;
import havn.journal.JournalLine;
import havn.journal.Ledger;
import havn.kernel.time.SystemTime;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `havn journal verify [FILE]`.
@Command(
    name = "verify",
    description = {
      "Checks an exported journal, or the one in PostgreSQL, from its first line on, and says"
          + " where",
      "it stands. Keep what it says: --at checks that nothing was cut off since."
    },
    mixinStandardHelpOptions = true)
final class JournalVerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SettingsOption option = new SettingsOption();

  @Option(
      names = "--at",
      paramLabel = "NUMBER:HASH",
      description = "Where the journal stood at an earlier time.")
  private @Nullable String earlier;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "What havn journal export printed; without it, PostgreSQL is asked.")
  private @Nullable Path file;

  @Override
  public Integer call() throws SettingsRefused, Refusal {
    Path from = file;
    String stood = earlier;
    Ledger ledger = new Ledger();
    boolean seen = stood == null || ledger.standing().toString().equals(stood);
    for (String line : from == null ? JournalReading.lines(option.settings()) : read(from)) {
      refuse(ledger.next(line));
      seen |= ledger.standing().toString().equals(stood);
    }
    refuse(ledger.end(SystemTime.wall().instant()));
    if (!seen) {
      throw new Refusal(never(ledger, stood));
    }
    ledger.cutBy().ifPresent(by -> spec.commandLine().getOut().println(cut(ledger, by)));
    spec.commandLine()
        .getOut()
        .println("every line is as it was written; it stands at " + ledger.standing());
    return 0;
  }

  private static String cut(Ledger ledger, JournalLine by) {
    return "lines up to "
        + ledger.cut().lines()
        + " were cut after twelve months, as line "
        + by.number()
        + by.at().map(at -> " of " + at).orElse("")
        + " says";
  }

  private static void refuse(Optional<String> wrong) throws Refusal {
    if (wrong.isPresent()) {
      throw new Refusal("the journal is not as it was written: " + wrong.get());
    }
  }

  /// The server cuts lines that are over for twelve months; where they stood cannot be told.
  private static String never(Ledger ledger, @Nullable String stood) {
    return ledger.cut().isAfter(stood)
        ? "the journal was cut up to line "
            + ledger.cut().lines()
            + " since it stood at "
            + stood
            + "; check a file that was exported before, and this one from a later standing"
        : "the journal never stood at " + stood + "; lines were cut off or replaced";
  }

  private static List<String> read(Path from) throws Refusal {
    try {
      return Files.readAllLines(from);
    } catch (MalformedInputException notText) {
      throw new Refusal(from + " is no text; give what havn journal export printed");
    } catch (IOException unreadable) {
      throw new Refusal(from + " cannot be read; check the path and the rights");
    }
  }
}
