package havn.cli.seal;

import havn.boot.Refusal;
import havn.seal.AgeFile;
import havn.seal.AgeIdentity;
import havn.seal.AgeVerdict;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `havn seal decrypt`.
@Command(
    name = "decrypt",
    description = {
      "Opens INPUT, an age file in bytes or text.",
      "A file that is damaged or for others ends with 1 and leaves no output."
    },
    mixinStandardHelpOptions = true)
final class DecryptCommand implements Callable<Integer> {

  @ParentCommand private SealCommand seal = new SealCommand();
  @Mixin private InputOutput files = new InputOutput();

  @Option(
      names = {"-i", "--identity"},
      required = true,
      paramLabel = "FILE",
      description = "A file of private keys; - is standard input. Repeatable.")
  private List<String> identityFiles = new ArrayList<>();

  @Override
  public Integer call() throws Refusal {
    Source source = new Source(seal.standardInput());
    List<AgeIdentity> keys = new KeyFiles(source).identities(identityFiles);
    files.refuseSameFile();
    try (InputStream in = source.open(files.input());
        Destination out = files.destination(seal.standardOutput())) {
      AgeVerdict verdict = AgeFile.open(keys, in, out.stream());
      if (verdict != AgeVerdict.OPENED) {
        throw new Refusal(Source.called(files.input()) + ": " + why(verdict));
      }
      out.complete();
      return 0;
    } catch (IOException broken) {
      throw files.broken();
    }
  }

  private static String why(AgeVerdict verdict) {
    return switch (verdict) {
      case OPENED -> "is whole";
      case NOT_AGE -> "is not an age file; check that it is the sealed one";
      case BAD_ARMOR ->
          "is not the text (PEM) of an age file, or was changed while copying; fetch it again";
      case BAD_HEADER ->
          "its header is malformed, or names more than "
              + AgeFile.MAX_RECIPIENTS
              + " recipients; fetch it again, or ask who made it";
      case PASSPHRASE ->
          "is sealed with a passphrase, which this command does not read; use the age tool";
      case NOT_FOR_THESE_KEYS ->
          "is not sealed for any of these keys; give the right one with --identity";
      case BAD_MAC -> "its header was changed after sealing; fetch it again";
      case BAD_PAYLOAD -> "its content was changed or cut after sealing; fetch it again";
    };
  }
}
