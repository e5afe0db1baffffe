package havn.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.embedded.StoreFailure;
import havn.embedded.StoreHome;
import havn.embedded.TestStores;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

  @TempDir Path dir;

  @Test
  void everyStartBeginsWithAnEmptyFolder() throws IOException {
    StoreHome home = new StoreHome(dir.resolve("programs"), dir.resolve("demo"));
    Files.createDirectories(dir.resolve("demo/postgres/data"));
    Files.writeString(dir.resolve("demo/postgres/data/old"), "old");
    Files.writeString(dir.resolve("demo/havn.yaml"), "demo: true\n");
    try (Folder folder = Folder.take(home);
        var left = Files.list(folder.path())) {
      assertEquals(List.of("havn.yaml"), left.map(f -> f.getFileName().toString()).toList());
    }
  }

  @Test
  void aFolderWithAnythingElseInItIsLeftAlone() throws IOException {
    Path full = Files.createDirectories(dir.resolve("home"));
    Path thesis = Files.writeString(full.resolve("thesis.txt"), "three years of work");
    StoreHome home = new StoreHome(dir, full);
    var refused = assertThrows(StoreFailure.class, () -> Folder.take(home));
    assertTrue(String.valueOf(refused.getMessage()).contains("name an empty or a new folder"));
    assertEquals("three years of work", Files.readString(thesis));
  }

  @Test
  void aFolderThatCannotBeIsRefusedWithTheWayOut() throws IOException {
    Path file = Files.writeString(dir.resolve("file"), "");
    for (Path impossible : List.of(file, file.resolve("below"), Path.of("/proc/nowhere/demo"))) {
      StoreHome home = new StoreHome(dir, impossible);
      var refused = assertThrows(StoreFailure.class, () -> Folder.take(home));
      assertTrue(String.valueOf(refused.getMessage()).contains("name another with --data"));
    }
  }

  @Test
  void aPortThatIsTakenIsNamedWithTheWayOut() {
    int taken = TestStores.redis().port();
    DemoPlace place = new DemoPlace(new StoreHome(dir, dir), taken - 4, Optional.empty());
    var failure = assertThrows(StoreFailure.class, () -> Folder.requireFree(place));
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.contains("is taken; choose other ports, for example HAVN_PORT_BASE="));
  }

  @Test
  void theAnnouncementHoldsExactlyThePagesAndTheProcessIds() throws IOException {
    DemoPlace place = new DemoPlace(new StoreHome(dir, dir), 9000, Optional.empty());
    Map<String, String> invites = Map.of("coordinator", "C", "worker", "W", "volunteer", "V");
    Path file = dir.resolve("demo.json");
    Announcement.of(place, invites, "PIN")
        .write(file, Map.of("server", 1L, "redis", 2L, "postgres", 3L));
    JsonObject pages =
        new JsonObject()
            .put("host", "http://localhost:9003/")
            .put("widget", "http://localhost:9000/chat/pro-mann#p=PIN")
            .put("coordinator", "http://coordinator.localhost:9001/#i=C")
            .put("worker", "http://worker.localhost:9001/#i=W")
            .put("volunteer", "http://volunteer.localhost:9001/#i=V")
            .put("phone", "http://localhost:9003/phone")
            .put("management", "http://localhost:9002/ready");
    JsonObject pids = new JsonObject().put("server", 1).put("redis", 2).put("postgres", 3);
    assertEquals(
        new JsonObject().put("pages", pages).put("pids", pids),
        new JsonObject(Files.readString(file)));
    assertFalse(Files.exists(dir.resolve("demo.json.part")));
  }

  @Test
  void theChildrenAreNeverLedToStoresOfTheUsersOwn() {
    var told = new DemoPlace(new StoreHome(dir, dir), 9000, Optional.empty()).environment();
    assertEquals("redis://127.0.0.1:9004", told.get("HAVN_REDIS_URI"));
    assertEquals("9005", told.get("HAVN_POSTGRES_PORT"));
    assertEquals("", told.get("HAVN_REDIS_PASSWORD"));
    assertEquals(dir.resolve("havn.yaml").toString(), told.get("HAVN_CONFIG"));
  }
}
