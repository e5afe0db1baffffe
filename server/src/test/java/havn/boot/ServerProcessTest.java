package havn.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.TestPorts;
import havn.config.Settings;
import havn.config.SettingsRefused;
import havn.config.SettingsSource;
import havn.embedded.EmbeddedPostgres;
import havn.embedded.EmbeddedRedis;
import havn.embedded.TestStores;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerProcessTest {

  private final Map<String, String> environment = new HashMap<>();
  private final int base = TestPorts.freeRow(20);
  private @Nullable ServerProcess server;

  ServerProcessTest() {
    EmbeddedRedis redis = TestStores.redis();
    EmbeddedPostgres postgres = TestStores.freshDatabase();
    environment.put("HAVN_PORT_BASE", Integer.toString(base));
    environment.put("HAVN_STORES", "embedded");
    environment.put("HAVN_REDIS_URI", "redis://127.0.0.1:" + redis.port());
    environment.put("HAVN_REDIS_PASSWORD", redis.password().text());
    environment.put("HAVN_POSTGRES_PORT", Integer.toString(postgres.port()));
    environment.put("HAVN_POSTGRES_DATABASE", postgres.database());
    environment.put("HAVN_POSTGRES_PASSWORD", postgres.password().text());
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void itServesWithTheRightsOfProductionAndGivesItsPortsBack() throws Exception {
    ServerProcess running = ServerProcess.start(settings());
    assertEquals(200, status(base + 2, "/ready"));
    assertEquals(200, status(base + 2, "/live"));
    assertEquals(404, status(base, "/nothing-here"));
    assertEquals(404, status(base + 1, "/nothing-here"));
    running.close();
    for (int port = base; port < base + 3; port++) {
      new ServerSocket(port).close();
    }
  }

  @Test
  void aRoleThatWasNotChosenOpensNoPort() throws Exception {
    environment.put("HAVN_ROLES", "visitor");
    server = ServerProcess.start(settings());
    assertEquals(404, status(base, "/nothing-here"));
    new ServerSocket(base + 1).close();
  }

  @Test
  void twoProcessesShareTheWorkOverTheSameStores() throws Exception {
    environment.put("HAVN_ROLES", "visitor");
    server = ServerProcess.start(settings());
    environment.put("HAVN_ROLES", "desk");
    environment.put("HAVN_PORT_BASE", Integer.toString(base + 10));
    ServerProcess desk = ServerProcess.start(settings());
    try {
      assertEquals(200, status(base + 2, "/ready"));
      assertEquals(200, status(base + 12, "/ready"));
    } finally {
      desk.close();
    }
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(base + 2)) {
      String sentence = refusal();
      assertTrue(sentence.contains("the management port " + taken.getLocalPort()), sentence);
    }
    try (ServerSocket taken = new ServerSocket(base)) {
      String sentence = refusal();
      assertTrue(sentence.contains("the public port " + taken.getLocalPort()), sentence);
    }
  }

  @Test
  void aWrongRedisPasswordIsSaidWithoutThePassword() throws Exception {
    environment.put("HAVN_REDIS_PASSWORD", "wrong-word");
    String sentence = refusal();
    assertTrue(sentence.startsWith("Redis does not answer"), sentence);
    assertFalse(sentence.contains("wrong-word"), sentence);
  }

  @Test
  void aWrongPostgresPasswordIsSaidWithoutThePassword() throws Exception {
    environment.put("HAVN_POSTGRES_PASSWORD", "wrong-word");
    String sentence = refusal();
    assertTrue(sentence.startsWith("PostgreSQL does not answer at postgresql://"), sentence);
    assertFalse(sentence.contains("wrong-word"), sentence);
  }

  private String refusal() throws SettingsRefused {
    Settings settings = settings();
    var refused = assertThrows(Refusal.class, () -> ServerProcess.start(settings));
    return String.valueOf(refused.getMessage());
  }

  private Settings settings() throws SettingsRefused {
    return SettingsSource.read(Optional.empty(), environment);
  }

  private static int status(int port, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
