package havn.cli.keys;

import havn.kernel.time.SystemTime;
import havn.seal.Dsse;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.SigningKey;
import havn.staff.RootSet;
import havn.staff.SignerDocument;
import havn.staff.SignerRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `havn keys sign`.
@Command(
    name = "sign",
    description = "Answers a coordinator's signer request with the signed signer document.",
    mixinStandardHelpOptions = true)
final class SignCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "REQUEST", description = "The request file from the console.")
  private Path request = Path.of("");

  @Option(
      names = "--root",
      required = true,
      description = "The newest root set, root-<version>.json.")
  private Path root = Path.of("");

  @Option(
      names = "--key",
      required = true,
      description = "A private root key; give as many as the root set's threshold.")
  private List<Path> keys = new ArrayList<>();

  @Option(names = "--out", required = true, description = "File for the signer document.")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    try {
      sign(SystemTime.wall().instant());
      return 0;
    } catch (Refused refused) {
      spec.commandLine().getErr().println("havn: " + refused.sentence());
      return 1;
    }
  }

  private void sign(Instant now) throws Refused {
    RootSet set = Quorum.rootSet(root, Papers.document(root));
    if (!now.isBefore(set.expires())) {
      throw new Refused("The root set expired at " + set.expires() + "; make the next one first.");
    }
    SignerRequest asked =
        SignerRequest.parse(Papers.read(request))
            .orElseThrow(
                () ->
                    new Refused(
                        request + " is not a signer request, or asks for more than 183 days."));
    if (!asked.proven()) {
      throw new Refused(
          "The request is not signed by the key it names; it was changed, or cut while copying.");
    }
    if (!now.isBefore(asked.until())) {
      throw new Refused("The request is over: it asks for a signer until " + asked.until() + ".");
    }
    Map<String, SigningKey> signing = Quorum.of(set, keys);
    SignerDocument document = asked.document(set);
    Papers.writeDocument(
        out, Dsse.sign(Purpose.SIGNER, SignerDocument.TYPE, document.payload(), signing));
    PrintWriter screen = spec.commandLine().getOut();
    screen.println("Signed " + asked.id() + " from " + asked.from() + " until " + asked.until());
    screen.println(
        "key "
            + HexFormat.of().formatHex(Hash.of(asked.ed25519()).bytes(), 0, 16)
            + "   (compare it aloud with the coordinator's screen)");
    screen.flush();
  }
}
