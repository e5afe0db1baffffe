package havn.embedded;

import havn.kernel.secret.Password;
import havn.lifecycle.Leash;
import havn.lifecycle.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A running embedded Redis at `host`:`port`. Sign in as `user` with `password`; the default
/// user is off.
public record EmbeddedRedis(String host, int port, String user, Password password, Leash process)
    implements AutoCloseable {

  private static final String MAX_MEMORY = "256mb";
  private static final Duration START = Duration.ofSeconds(15);

  /// Starts Redis on 127.0.0.1 and returns when it answers, usually after 150 ms. `more` are
  /// further lines of its configuration. Fails with [StoreFailure] when it does not answer in
  /// 15 s, for example because the port is taken.
  public static EmbeddedRedis start(StoreHome home, int port, Password password, String... more)
      throws IOException {
    Path data = Files.createDirectories(home.data().resolve("redis"));
    Path configuration = data.resolve("redis.conf");
    Path log = data.resolve("redis.log");
    Files.writeString(configuration, configuration(data, port, password, more));
    String program = RedisProgram.in(home.programs());
    Leash process =
        Leash.start(new Leash.Child(List.of(program, configuration.toString()), Map.of(), log));
    var redis = new EmbeddedRedis("127.0.0.1", port, "havn", password, process);
    Patience.await(START, Duration.ofMillis(20), () -> !process.alive() || redis.answers());
    if (!process.alive() || !redis.answers()) {
      process.close();
      throw new StoreFailure("Redis did not start on port " + port + "; its log is " + log);
    }
    return redis;
  }

  /// Whether it accepts the password and answers a ping within a second.
  public boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 1000);
      socket.setSoTimeout(1000);
      String commands = "AUTH " + user + " " + password.text() + "\r\nPING\r\n";
      socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
      String expected = "+OK\r\n+PONG\r\n";
      byte[] answer = socket.getInputStream().readNBytes(expected.length());
      return new String(answer, StandardCharsets.US_ASCII).equals(expected);
    } catch (IOException notYet) {
      return false;
    }
  }

  /// Stops it; everything it held is gone.
  @Override
  public void close() {
    process.close();
  }

  private static String configuration(Path data, int port, Password password, String... more)
      throws IOException {
    try (InputStream in = EmbeddedRedis.class.getResourceAsStream("redis.conf")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .replace("${port}", Integer.toString(port))
              .replace("${dir}", '"' + data.toString() + '"')
              .replace("${maxmemory}", MAX_MEMORY)
              .replace("${user}", "havn")
              .replace("${passwordHash}", sha256(password))
          + String.join("\n", more)
          + "\n";
    }
  }

  private static String sha256(Password password) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(password.text().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
