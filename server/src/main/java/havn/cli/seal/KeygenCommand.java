package havn.cli.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import havn.boot.Refusal;
import havn.kernel.time.SystemTime;
import havn.seal.AgeIdentity;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `havn seal keygen`.
@Command(
    name = "keygen",
    description = {
      "Makes a post-quantum key, and says its recipient on standard error.",
      "With -y, prints the recipients of the keys in INPUT."
    },
    mixinStandardHelpOptions = true)
final class KeygenCommand implements Callable<Integer> {

  @ParentCommand private SealCommand seal = new SealCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "A file that does not exist yet. Default: standard output")
  private @Nullable String output;

  @Option(names = "-y", description = "Turn private keys into their recipients.")
  private boolean convert;

  @Option(names = "-pq", description = "Accepted and without effect: every key is post-quantum.")
  private boolean postQuantum;

  @Parameters(
      arity = "0..1",
      paramLabel = "INPUT",
      description = "With -y: a file of private keys. Default: standard input")
  private @Nullable String input;

  @Override
  public Integer call() throws Refusal {
    if (convert) {
      StringBuilder text = new StringBuilder();
      for (AgeIdentity key : new KeyFiles(new Source(seal.standardInput())).identities(input)) {
        text.append(key.recipient().print()).append('\n');
      }
      write(text.toString());
      return 0;
    }
    if (input != null) {
      throw new Refusal("keygen: reads INPUT only with -y; name the new file with --output");
    }
    AgeIdentity key = AgeIdentity.fresh();
    String recipient = key.recipient().print();
    write(
        "# created: "
            + SystemTime.wall().instant().truncatedTo(ChronoUnit.SECONDS)
            + "\n# public key: "
            + recipient
            + '\n'
            + key.reveal()
            + '\n');
    spec.commandLine().getErr().println("Public key: " + recipient);
    return 0;
  }

  private void write(String text) throws Refusal {
    byte[] bytes = text.getBytes(US_ASCII);
    try {
      if (Source.isStandard(output)) {
        seal.standardOutput().write(bytes);
        seal.standardOutput().flush();
        return;
      }
      Path file = Path.of(String.valueOf(output));
      var owner = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
      Files.write(file, bytes);
    } catch (FileAlreadyExistsException there) {
      throw new Refusal(output + ": exists already and is never overwritten; choose another name");
    } catch (IOException | UnsupportedOperationException unwritable) {
      throw new Refusal(
          (Source.isStandard(output) ? "standard output" : output)
              + ": cannot be written; check that its folder exists and is yours");
    }
  }
}
