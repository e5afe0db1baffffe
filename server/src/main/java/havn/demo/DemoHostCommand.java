package havn.demo;

import havn.config.Settings;
import havn.config.SettingsRefused;
import havn.config.SettingsSource;
import havn.kernel.secret.Password;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/// `havn demo-host`: the neutral website of the demonstration.
@Command(
    name = "demo-host",
    hidden = true,
    description = "Serves the demonstration's website with the embed snippet.")
public final class DemoHostCommand implements Callable<Integer> {

  private static final String PHONE_SECRET = "HAVN_CHANNELS_SIMULATOR_SECRET_FILE";

  @Override
  public Integer call() throws SettingsRefused, IOException, InterruptedException {
    Settings settings = SettingsSource.read(Optional.empty(), System.getenv());
    Vertx vertx = Vertx.vertx();
    HostPage.open(
            vertx,
            settings.listeners().portBase() + 3,
            settings.addresses().publicUrl().toString(),
            air(vertx, settings),
            settings.clock())
        .onFailure(failure -> System.exit(1));
    new CountDownLatch(1).await();
    return 0;
  }

  /// The phones sign with the secret that the role channels knows; no other secret is here.
  private static Air air(Vertx vertx, Settings settings) throws IOException {
    String secret = System.getenv().getOrDefault(PHONE_SECRET, "");
    return new Air(
        vertx,
        "http://127.0.0.1:" + settings.listeners().channelsPort() + "/hooks/simulator",
        secret.isEmpty()
            ? Password.fresh()
            : new Password(Files.readString(Path.of(secret)).strip()));
  }
}
