package havn.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.netty.channel.EventLoopGroup;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// Makes clients of the driver that share one helper thread and one timer.
final class Driver {

  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final RedisSettings settings;
  private final RedisURI uri;
  private final DefaultEventExecutorGroup executor =
      new DefaultEventExecutorGroup(1, new DefaultThreadFactory("redis", true));
  private final HashedWheelTimer timer =
      new HashedWheelTimer(
          new DefaultThreadFactory("redis-timer", true), 100, TimeUnit.MILLISECONDS);
  private final List<RedisClient> clients = new CopyOnWriteArrayList<>();
  private final List<ClientResources> shares = new CopyOnWriteArrayList<>();

  Driver(RedisSettings settings) {
    this.settings = settings;
    this.uri = RedisURI.create(settings.uri());
    uri.setTimeout(CONNECT);
    if (!settings.user().isEmpty()) {
      uri.setAuthentication(settings.user(), settings.password().toCharArray());
    } else if (!settings.password().isEmpty()) {
      uri.setAuthentication(settings.password().toCharArray());
    }
  }

  RedisURI uri() {
    return uri;
  }

  /// A client whose connections live on `loop`.
  ///
  /// @param returning whether its connections come back by themselves
  RedisClient client(EventLoopGroup loop, boolean returning) {
    ClientResources resources =
        DefaultClientResources.builder()
            .eventLoopGroupProvider(new LoopProvider(loop))
            .eventExecutorGroup(executor)
            .timer(timer)
            .commandLatencyRecorder(CommandLatencyRecorder.disabled())
            .reconnectDelay(
                Delay.equalJitter(
                    Duration.ofMillis(50), Duration.ofSeconds(1), 50, TimeUnit.MILLISECONDS))
            .build();
    shares.add(resources);
    RedisClient client = RedisClient.create(resources, uri);
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(returning)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .protocolVersion(ProtocolVersion.RESP2)
            .maintNotificationsConfig(MaintNotificationsConfig.disabled())
            .requestQueueSize(settings.underWay())
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).keepAlive(true).build())
            .build());
    clients.add(client);
    return client;
  }

  /// Ends every connection; the lent event loops go on.
  void close() {
    CompletableFuture<?>[] ending =
        clients.stream()
            .map(client -> client.shutdownAsync(0, 1, TimeUnit.SECONDS))
            .toArray(CompletableFuture[]::new);
    shares.forEach(share -> share.shutdown(0, 0, TimeUnit.SECONDS));
    var unused = CompletableFuture.allOf(ending).whenComplete((ended, failure) -> stopThreads());
  }

  private void stopThreads() {
    timer.stop();
    var unused = executor.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
