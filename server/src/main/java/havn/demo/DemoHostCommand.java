package havn.demo;

import havn.config.Settings;
import havn.config.SettingsRefused;
import havn.config.SettingsSource;
import io.vertx.core.Vertx;
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

  @Override
  public Integer call() throws SettingsRefused, InterruptedException {
    Settings settings = SettingsSource.read(Optional.empty(), System.getenv());
    HostPage.open(
            Vertx.vertx(),
            settings.listeners().portBase() + 3,
            settings.addresses().publicUrl().toString(),
            settings.clock())
        .onFailure(failure -> System.exit(1));
    new CountDownLatch(1).await();
    return 0;
  }
}
