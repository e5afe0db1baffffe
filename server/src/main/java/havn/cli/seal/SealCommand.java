package havn.cli.seal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import picocli.CommandLine.Command;

/// `havn seal keygen|encrypt|decrypt`.
@Command(
    name = "seal",
    description = "Makes keys and age files, and opens them, with the age tool's options.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {KeygenCommand.class, EncryptCommand.class, DecryptCommand.class})
public final class SealCommand {

  private final InputStream in;
  private final OutputStream out;

  public SealCommand() {
    this(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
  }

  /// With streams in place of standard input and output.
  public SealCommand(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  InputStream standardInput() {
    return in;
  }

  OutputStream standardOutput() {
    return out;
  }
}
