package havn.demo;

import static havn.Eventually.get;

import havn.channel.Channel;
import havn.channel.ChannelContract;
import havn.channel.simulator.SimulatorChannel;
import havn.http.Asking;
import havn.kernel.secret.Password;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/// The simulator against the phone of the demonstration's own page.
class SimulatorTest extends ChannelContract {

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer host =
      get(
          HostPage.open(
              vertx,
              0,
              "http://localhost:1",
              new Air(vertx, "http://127.0.0.1:1/hooks/simulator", Password.fresh()),
              () -> Instant.EPOCH));
  private final Channel channel =
      new SimulatorChannel(vertx, URI.create("http://127.0.0.1:" + host.actualPort()));

  @AfterEach
  void close() {
    get(vertx.close());
  }

  @Override
  protected Channel channel() {
    return channel;
  }

  @Override
  protected Provider provider() {
    return new Provider() {
      @Override
      public List<String> arrived() {
        return Asking.at(host.actualPort())
            .get("/phone/shown")
            .json()
            .getJsonArray("texts")
            .stream()
            .map(text -> ((JsonObject) text).getString("text"))
            .toList();
      }

      @Override
      public void refuse() {
        mood("refuse");
      }

      @Override
      public void fallMute() {
        mood("mute");
      }

      @Override
      public void recover() {
        mood("arrive");
      }

      @Override
      public void vanish() {
        get(host.close());
      }
    };
  }

  private void mood(String mood) {
    Asking.at(host.actualPort())
        .with("content-type", "application/x-www-form-urlencoded")
        .post("/phone/mood", "mood=" + mood);
  }
}
