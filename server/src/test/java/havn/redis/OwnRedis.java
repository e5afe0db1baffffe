package havn.redis;

import static havn.Eventually.get;

import havn.embedded.EmbeddedRedis;
import havn.embedded.ProcessMemory;
import havn.embedded.TestStores;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/// A Redis server of its own whose user has the rights of production, and whose memory can be
/// searched.
public final class OwnRedis implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final EmbeddedRedis server;
  public final Redis redis;

  public OwnRedis() throws IOException {
    server = TestStores.ownRedis();
    URI at = URI.create("redis://" + server.host() + ":" + server.port());
    RedisSettings usual = RedisSettings.of(at, server.user(), server.password().text());
    redis =
        get(
            Redis.open(
                vertx,
                new RedisSettings(
                    at, usual.user(), usual.password(), Duration.ofSeconds(10), usual.underWay())));
  }

  public ProcessMemory memory() throws IOException {
    return ProcessMemory.of(server.process().pid());
  }

  @Override
  public void close() {
    redis.close();
    get(vertx.close());
    server.close();
  }
}
