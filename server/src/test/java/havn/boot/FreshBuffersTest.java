package havn.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.config.ProviderKind;
import havn.config.ServingRole;
import io.netty.buffer.PooledByteBufAllocator;
import io.vertx.core.Vertx;
import io.vertx.core.impl.buffer.VertxByteBufAllocator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What connections of a process read into and write from; each is asked in a process of its own,
/// as it is settled once.
class FreshBuffersTest {

  @Test
  void aProcessThatHoldsNumbersKeepsNoBufferToUseItAgain() throws Exception {
    assertEquals("0 0", buffers("CHANNELS", "SIMULATOR"));
    assertEquals("0 0", buffers("CHANNELS", "SMPP"));
  }

  @Test
  void othersKeepTheirs() throws Exception {
    assertEquals("pooled by Vert.x", buffers("VISITOR", "SIMULATOR"));
    assertEquals("pooled by Vert.x", buffers("CHANNELS", "NONE"));
  }

  private static String buffers(String role, String provider)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Asked.class.getName(),
                role,
                provider)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(60, TimeUnit.SECONDS);
    return said.strip().lines().reduce("", (before, line) -> line);
  }

  /// Says how many arenas there are from which buffers come and to which they go back.
  static final class Asked {

    private Asked() {}

    public static void main(String[] told) throws Exception {
      FreshBuffers.where(Set.of(ServingRole.valueOf(told[0])), ProviderKind.valueOf(told[1]));
      Vertx.vertx().close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
      System.out.println(
          VertxByteBufAllocator.POOLED_ALLOCATOR instanceof PooledByteBufAllocator pooled
              ? pooled.metric().numHeapArenas() + " " + pooled.metric().numDirectArenas()
              : "pooled by Vert.x");
    }
  }
}
