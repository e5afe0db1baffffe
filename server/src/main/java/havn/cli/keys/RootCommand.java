package havn.cli.keys;

import havn.cli.keys.Papers.RootKey;
import havn.kernel.time.SystemTime;
import havn.seal.Dsse;
import havn.seal.Purpose;
import havn.seal.SigningKey;
import havn.staff.RootSet;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `havn keys root`.
@Command(
    name = "root",
    description = {
      "Makes root keys and the root set, and prints the pin. Run it on a machine without a"
          + " network.",
      "Writes root-<version>-<n>.key (private: carry each to a place of its own) and"
          + " root-<version>.json."
    },
    mixinStandardHelpOptions = true)
final class RootCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--keys", defaultValue = "3", description = "How many keys, 1–16. Default: 3")
  private int count = 3;

  @Option(
      names = "--threshold",
      defaultValue = "2",
      description = "How many of them must sign. Default: 2")
  private int threshold = 2;

  @Option(
      names = "--days",
      defaultValue = "365",
      description = "How long the root set is valid, at most 730. Default: 365")
  private int days = 365;

  @Option(names = "--out", required = true, description = "Folder for the files.")
  private Path out = Path.of("");

  @Option(
      names = "--after",
      description = "The root set that this one follows, root-<version>.json.")
  private @Nullable Path after;

  @Option(
      names = "--key",
      description = "A private key of that root set; give as many as its threshold.")
  private List<Path> oldKeys = new ArrayList<>();

  @Override
  public Integer call() {
    try {
      make();
      return 0;
    } catch (Refused refused) {
      spec.commandLine().getErr().println("havn: " + refused.sentence());
      return 1;
    }
  }

  private void make() throws Refused {
    if (count < 1 || count > RootSet.MAX_KEYS || threshold < 1 || threshold > count) {
      throw new Refused("--threshold must be from 1 to --keys, and --keys at most 16.");
    }
    if (days < 1 || days > 730) {
      throw new Refused("--days must be from 1 to 730.");
    }
    Map<String, SigningKey> signing = new LinkedHashMap<>();
    long version = 1;
    if (after != null) {
      Dsse document = Papers.document(after);
      RootSet before = Quorum.rootSet(after, document);
      version = before.version() + 1;
      signing.putAll(Quorum.of(before, oldKeys));
    } else if (!oldKeys.isEmpty()) {
      throw new Refused("--key belongs to --after.");
    }
    List<RootKey> fresh = new ArrayList<>();
    Map<String, byte[]> published = new LinkedHashMap<>();
    for (int n = 1; n <= count; n++) {
      RootKey key = new RootKey("root-" + version + "-" + n, SigningKey.fresh());
      fresh.add(key);
      published.put(key.id(), key.key().publicKey());
      signing.put(key.id(), key.key());
    }
    Instant now = SystemTime.wall().instant().truncatedTo(ChronoUnit.SECONDS);
    RootSet set = new RootSet(version, threshold, published, now, now.plus(Duration.ofDays(days)));
    Dsse document = Dsse.sign(Purpose.ROOT, RootSet.TYPE, set.payload(), signing);
    write(version, fresh, document);
    say(version, document);
  }

  private void write(long version, List<RootKey> fresh, Dsse document) throws Refused {
    Papers.makeFolder(out);
    Path paper = out.resolve("root-" + version + ".json");
    if (Files.exists(paper)) {
      throw new Refused(paper + " exists already; nothing is overwritten.");
    }
    for (RootKey key : fresh) {
      Papers.writeKey(out.resolve(key.id() + ".key"), key);
    }
    Papers.writeDocument(paper, document);
  }

  private void say(long version, Dsse document) {
    PrintWriter screen = spec.commandLine().getOut();
    screen.println("Root set " + version + ": " + threshold + " of " + count + " keys must sign.");
    screen.println("pin " + document.payloadHash().base64url());
    screen.println(
        "Carry each .key file to a place of its own and remove it here. Publish root-"
            + version
            + ".json.");
    screen.flush();
  }
}
