package havn.cli.keys;

import havn.channel.RoleKeys;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `havn keys channels`.
@Command(
    name = "channels",
    description = {
      "Makes the key file of the role channels, readable by its owner alone, and prints nothing of"
          + " it.",
      "Keep a copy away from the backups of the stores: without it, staff write their numbers"
          + " again."
    },
    mixinStandardHelpOptions = true)
final class ChannelsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "A new file.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    try {
      var owner = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
      Files.writeString(file, RoleKeys.fresh());
      spec.commandLine().getOut().println(file + " is made; name it as channels.key-file");
      return 0;
    } catch (FileAlreadyExistsException there) {
      spec.commandLine().getErr().println("havn: " + file + " exists already; name a new file.");
    } catch (IOException unwritable) {
      spec.commandLine()
          .getErr()
          .println("havn: " + file + " cannot be written; check its folder.");
    }
    return 1;
  }
}
