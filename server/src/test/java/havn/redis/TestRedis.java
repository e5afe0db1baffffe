package havn.redis;

import havn.TestPorts;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import redis.embedded.RedisServer;

/// Real Redis servers for tests: one shared by the whole run, or one of its own for tests that stop
/// it.
public final class TestRedis {

  private static final class Shared {
    static final TestRedis SERVER = new TestRedis();
  }

  private final int port = TestPorts.free();
  private RedisServer server = build(port);

  private TestRedis() {
    start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  /// The server of the whole run. Tests use fresh ids and never flush it.
  public static TestRedis shared() {
    return Shared.SERVER;
  }

  /// A server that the test may stop and start.
  public static TestRedis own() {
    return new TestRedis();
  }

  public RedisSettings settings() {
    return RedisSettings.of(URI.create("redis://127.0.0.1:" + port), "", "");
  }

  public Redis open(Vertx vertx) throws Exception {
    return Redis.open(vertx, settings())
        .toCompletionStage()
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
  }

  public void start() {
    server.start();
  }

  /// Stops the server; everything in it is gone.
  public void stop() {
    server.stop();
    server = build(port);
  }

  private static RedisServer build(int port) {
    return RedisServer.builder()
        .port(port)
        .bind("127.0.0.1")
        .setting("save \"\"")
        .setting("appendonly no")
        .build();
  }
}
