package havn.cli;

import havn.boot.JournalReading;
import havn.boot.Refusal;
import havn.config.SettingsRefused;
import havn.journal.Ledger;
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
    boolean seen = stood == null || stood.equals(ledger.standing());
    for (String line : from == null ? JournalReading.lines(option.settings()) : read(from)) {
      Optional<String> wrong = ledger.next(line);
      if (wrong.isPresent()) {
        throw new Refusal("the journal is not as it was written: " + wrong.get());
      }
      seen |= ledger.standing().equals(stood);
    }
    if (!seen) {
      throw new Refusal("the journal never stood at " + stood + "; lines were cut off or replaced");
    }
    spec.commandLine()
        .getOut()
        .println("every line is as it was written; it stands at " + ledger.standing());
    return 0;
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
