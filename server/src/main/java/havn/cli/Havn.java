package havn.cli;

import havn.boot.Refusal;
import havn.cli.keys.KeysCommand;
import havn.cli.seal.SealCommand;
import havn.config.SettingsRefused;
import havn.demo.DemoCommand;
import havn.demo.DemoHostCommand;
import havn.demo.SeedDemoCommand;
import havn.demo.signer.DemoSignerCommand;
import havn.embedded.StoreFailure;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `havn`, the one program of the server.
@Command(
    name = "havn",
    description = "Anonymous, end-to-end encrypted chat and helpline server.",
    mixinStandardHelpOptions = true,
    version = "havn 0.1.0",
    synopsisSubcommandLabel = "COMMAND")
public final class Havn {

  /// Every command there is.
  static List<Object> commands() {
    return List.of(
        new ServeCommand(),
        new StoresCommand(),
        new BackupCommand(),
        new RestoreCommand(),
        new ConfigCommand(),
        new ServiceCommand(),
        new InviteCommand(),
        new JournalCommand(),
        new OutreachCommand(),
        new SeedDemoCommand(),
        new DemoCommand(),
        new DemoHostCommand(),
        new DemoSignerCommand(),
        new KeysCommand(),
        new SealCommand());
  }

  public static void main(String[] arguments) {
    System.exit(
        run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
  }

  /// Runs one command line and answers its exit code.
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return run(commands(), out, err, arguments);
  }

  /// The same with these commands.
  static int run(List<Object> commands, PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(new Havn());
    commands.forEach(line::addSubcommand);
    line.addSubcommand(new CommandLine.HelpCommand());
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler(Havn::explain);
    if (arguments.length == 0) {
      line.usage(err);
      return CommandLine.ExitCode.USAGE;
    }
    return line.execute(arguments);
  }

  /// What somebody can put right is said in a sentence; anything else is a defect with its trace.
  private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult result)
      throws Exception {
    if (failure instanceof Refusal
        || failure instanceof SettingsRefused
        || failure instanceof StoreFailure) {
      String.valueOf(failure.getMessage())
          .lines()
          .forEach(sentence -> line.getErr().println("havn: " + sentence));
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw failure;
  }
}
