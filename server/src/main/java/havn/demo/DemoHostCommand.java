package havn.demo;

import havn.config.ProviderKind;
import havn.config.ProviderSettings;
import havn.config.Settings;
import havn.config.SettingsRefused;
import havn.config.SettingsSource;
import havn.kernel.secret.Password;
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

  private static Air air(Vertx vertx, Settings settings) {
    String hook = "http://127.0.0.1:" + settings.listeners().channelsPort() + "/hooks/simulator";
    return settings.channels().providers().get(ProviderKind.SIMULATOR)
            instanceof ProviderSettings.Simulator phone
        ? new Air(vertx, hook, phone.secret())
        : new Air(vertx, hook, Password.fresh());
  }
}
