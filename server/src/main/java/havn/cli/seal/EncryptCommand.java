package havn.cli.seal;

import havn.boot.Refusal;
import havn.seal.AgeFile;
import havn.seal.AgeIdentity;
import havn.seal.AgeRecipient;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `havn seal encrypt`.
@Command(
    name = "encrypt",
    description = "Seals INPUT for 1–32 recipients, each of whom can open it.",
    mixinStandardHelpOptions = true)
final class EncryptCommand implements Callable<Integer> {

  @ParentCommand private SealCommand seal = new SealCommand();
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private InputOutput files = new InputOutput();

  @Option(
      names = {"-r", "--recipient"},
      paramLabel = "RECIPIENT",
      description = "age1pq1… or age1…; repeatable, but the two kinds do not mix.")
  private List<String> recipients = new ArrayList<>();

  @Option(
      names = {"-R", "--recipients-file"},
      paramLabel = "FILE",
      description = "A file of recipients, one a line; - is standard input. Repeatable.")
  private List<String> recipientFiles = new ArrayList<>();

  @Option(
      names = {"-i", "--identity"},
      paramLabel = "FILE",
      description = "A file of private keys: seals for their recipients. Repeatable.")
  private List<String> identityFiles = new ArrayList<>();

  @Option(
      names = {"-a", "--armor"},
      description = "Write text (PEM) instead of bytes.")
  private boolean armored;

  @Override
  public Integer call() throws Refusal {
    if (recipients.isEmpty() && recipientFiles.isEmpty() && identityFiles.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "For whom? Give --recipient, --recipients-file or --identity.");
    }
    Source source = new Source(seal.standardInput());
    List<AgeRecipient> all = everybody(new KeyFiles(source));
    files.refuseSameFile();
    try (InputStream in = source.open(files.input());
        Destination out = files.destination(seal.standardOutput())) {
      AgeFile.seal(all, armored, in, out.stream());
      out.complete();
      return 0;
    } catch (IOException broken) {
      throw files.broken();
    }
  }

  private List<AgeRecipient> everybody(KeyFiles keys) throws Refusal {
    List<AgeRecipient> all = new ArrayList<>();
    for (String text : recipients) {
      all.add(KeyFiles.recipient(text));
    }
    for (String file : recipientFiles) {
      all.addAll(keys.recipients(file));
    }
    for (AgeIdentity key : keys.identities(identityFiles)) {
      all.add(key.recipient());
    }
    if (all.size() > AgeFile.MAX_RECIPIENTS) {
      throw new Refusal(
          "there are "
              + all.size()
              + " recipients; a file takes at most "
              + AgeFile.MAX_RECIPIENTS);
    }
    if (!AgeFile.fitTogether(all)) {
      throw new Refusal(
          "post-quantum (age1pq1…) and classic (age1…) recipients do not share a file, which would"
              + " be as weak as the classic ones; make one file for each kind");
    }
    return all;
  }
}
