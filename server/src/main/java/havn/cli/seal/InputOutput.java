package havn.cli.seal;

import havn.boot.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What is read, and where the outcome goes.
final class InputOutput {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write; an older file is replaced. Default: standard output")
  private @Nullable String output;

  @Parameters(arity = "0..1", paramLabel = "INPUT", description = "Default: standard input")
  private @Nullable String input;

  @Nullable String input() {
    return input;
  }

  Destination destination(OutputStream standard) throws Refusal {
    return Destination.of(output, standard);
  }

  void refuseSameFile() throws Refusal {
    if (input == null || output == null) {
      return;
    }
    Path from = Path.of(input);
    Path to = Path.of(output);
    try {
      if (Files.exists(from) && Files.exists(to) && Files.isSameFile(from, to)) {
        throw new Refusal(output + ": is INPUT itself; give --output another name");
      }
    } catch (IOException unreadable) {
      throw broken();
    }
  }

  /// What to say when reading or writing stopped in the middle.
  Refusal broken() {
    return new Refusal(
        Source.called(input)
            + ": reading it, or writing "
            + (Source.isStandard(output) ? "standard output" : output)
            + ", stopped half-way, and nothing of it counts; check the disks and try again");
  }
}
