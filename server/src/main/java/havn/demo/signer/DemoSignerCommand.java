package havn.demo.signer;

import havn.kernel.time.DemoClock;
import havn.kernel.time.SystemTime;
import havn.lifecycle.Patience;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `havn demo-signer`.
@Command(
    name = "demo-signer",
    hidden = true,
    description = {
      "Holds the demonstration's root and roster signer and rosters every device that enrols.",
      "The folder given by --data (made with mode 0700) holds its keys, made at the first start.",
      "Its file 'pin' is written before anything is published: 43 characters for '#p=…'.",
      "Its file 'invites' must hold secrets of one-time links of a coordinator, one per line.",
      "Each is used once; the next is used when the session was lost. It may be added to."
    },
    mixinStandardHelpOptions = true)
public final class DemoSignerCommand implements Callable<Integer> {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      defaultValue = "target/demo/signer",
      description = "Its folder. Default: ${DEFAULT-VALUE}")
  private Path data = Path.of("target/demo/signer");

  @Option(
      names = "--desk",
      defaultValue = "${env:HAVN_DESK_URL:-http://localhost:8081}",
      description = "Origin of the coordinator's console. Default: ${DEFAULT-VALUE}")
  private URI desk = URI.create("http://localhost:8081");

  @Option(
      names = "--clock",
      defaultValue = "${env:HAVN_DEMO_CLOCK:-}",
      description = "The file of the demonstration's clock. Default: the machine's clock.")
  private String clockFile = "";

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Desk connection = Desk.at(desk)) {
      DemoSigner signer =
          new DemoSigner(
              new SignerFolder(data),
              connection,
              clock(),
              line -> {
                out.println("demo-signer: " + line);
                out.flush();
              });
      Duration pause = FIRST_PAUSE;
      while (!Thread.currentThread().isInterrupted()) {
        switch (signer.round()) {
          case MORE -> pause = FIRST_PAUSE;
          case QUIET -> {
            pause = FIRST_PAUSE;
            wait(POLL);
          }
          case AGAIN -> {
            wait(pause);
            pause = longer(pause);
          }
          case STRANGER -> {
            out.println("demo-signer: the desk trusts other keys than those in " + data);
            out.flush();
            return 1;
          }
        }
      }
      return 0;
    }
  }

  private InstantSource clock() {
    return clockFile.isEmpty()
        ? SystemTime.wall()
        : DemoClock.of(Path.of(clockFile), SystemTime.wall());
  }

  private static void wait(Duration pause) {
    Patience.await(pause, pause, () -> false);
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
