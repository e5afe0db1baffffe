package havn.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.secret.Password;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedStoresTest {

  @Test
  void redisAnswersItsUserOnLoopback() {
    assertTrue(TestStores.redis().answers());
    assertEquals("127.0.0.1", TestStores.redis().host());
  }

  @Test
  void redisRefusesAWrongPassword() {
    EmbeddedRedis redis = TestStores.redis();
    var stranger =
        new EmbeddedRedis(
            redis.host(), redis.port(), redis.user(), new Password("wrong"), redis.process());
    assertFalse(stranger.answers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KEYS *",
        "FLUSHALL",
        "CONFIG GET *",
        "SAVE",
        "MONITOR",
        "CLIENT LIST",
        "GET elsewhere",
        "SUBSCRIBE elsewhere"
      })
  void theServersRedisUserMayNot(String command) throws IOException {
    assertTrue(redisSays(command).startsWith("-NOPERM"), command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET t:a",
        "ZCARD {s:pro-mann}:line",
        "XLEN {c:00}:log",
        "HGETALL {c:00}:meta",
        "SMEMBERS {d:00}:chats",
        "EXISTS ses:a",
        "EVAL return(1) 0",
        "PUBLISH node:1 x"
      })
  void theServersRedisUserMay(String command) throws IOException {
    assertFalse(redisSays(command).startsWith("-"), command);
  }

  @Test
  void redisIsGoneAfterClose() throws IOException {
    EmbeddedRedis redis = TestStores.ownRedis();
    assertTrue(redis.answers());
    redis.close();
    assertFalse(redis.answers());
    assertFalse(redis.process().alive());
  }

  @Test
  void aTakenPortIsAFailureWithThePortInItsMessage() {
    int taken = TestStores.redis().port();
    var home = new StoreHome(Path.of("target/embedded"), Path.of("target/test-stores/0"));
    var failure =
        assertThrows(StoreFailure.class, () -> EmbeddedRedis.start(home, taken, Password.fresh()));
    assertTrue(String.valueOf(failure.getMessage()).contains(Integer.toString(taken)));
  }

  @Test
  void postgresGivesTheServerADatabaseOfItsOwnAndNoSuperuser() throws SQLException {
    EmbeddedPostgres postgres = TestStores.freshDatabase();
    try (var connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.user(), postgres.password().text());
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE word (text text)");
      var role =
          statement.executeQuery("SELECT rolsuper FROM pg_roles WHERE rolname = current_user");
      assertTrue(role.next());
      assertFalse(role.getBoolean(1));
    }
  }

  @Test
  void postgresRefusesAWrongPassword() {
    EmbeddedPostgres postgres = TestStores.postgres();
    assertThrows(
        SQLException.class,
        () -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "wrong"));
  }

  private static String redisSays(String command) throws IOException {
    EmbeddedRedis redis = TestStores.redis();
    try (Socket socket = new Socket(redis.host(), redis.port())) {
      socket.setSoTimeout(5000);
      String lines =
          "AUTH " + redis.user() + " " + redis.password().text() + "\r\n" + command + "\r\n";
      socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
      byte[] ok = socket.getInputStream().readNBytes(5);
      assertEquals("+OK\r\n", new String(ok, StandardCharsets.UTF_8));
      byte[] answer = new byte[256];
      int length = socket.getInputStream().read(answer);
      return new String(answer, 0, length, StandardCharsets.UTF_8);
    }
  }
}
