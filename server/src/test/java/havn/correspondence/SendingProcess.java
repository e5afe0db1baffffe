package havn.correspondence;

import static havn.Eventually.get;

import havn.channel.Ability;
import havn.channel.Channel;
import havn.channel.Handed;
import havn.channel.Outgoing;
import havn.channel.RoleKeys;
import havn.channel.Sender;
import havn.channel.simulator.SimulatorChannel;
import havn.kernel.id.TextId;
import havn.kernel.secret.Password;
import havn.kernel.time.DemoClock;
import havn.kernel.time.SystemTime;
import havn.postgres.Postgres;
import havn.postgres.PostgresAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/// A process of its own that releases texts to a row of numbers and sends what is due, both as fast
/// as it can, until somebody kills it. It ends with its standard input. What it said before and
/// what others said is in the database alone.
final class SendingProcess {

  private static final int FIRST_NUMBER = 41_000_000;
  private static final long SIGN_OF_LIFE_MILLIS = 300;
  private static final long PAUSE_MILLIS = 20;
  private static final String HELLO = "Hei fra Samtalen. Gratis hjelp. Svar STOPP for å slippe.";

  private SendingProcess() {}

  /// What it is told as its arguments, in this order.
  ///
  /// @param keyed whether the provider takes keys and can be asked
  /// @param first number of its first text
  record Task(
      int port,
      String database,
      Path keys,
      Path clock,
      URI provider,
      boolean keyed,
      int first,
      int texts) {

    String[] arguments() {
      return new String[] {
        Integer.toString(port),
        database,
        keys.toString(),
        clock.toString(),
        provider.toString(),
        Boolean.toString(keyed),
        Integer.toString(first),
        Integer.toString(texts)
      };
    }

    static Task of(String[] arguments) {
      return new Task(
          Integer.parseInt(arguments[0]),
          arguments[1],
          Path.of(arguments[2]),
          Path.of(arguments[3]),
          URI.create(arguments[4]),
          Boolean.parseBoolean(arguments[5]),
          Integer.parseInt(arguments[6]),
          Integer.parseInt(arguments[7]));
    }
  }

  /// The variable with the password of the database.
  static final String PASSWORD = "SENDING_PASSWORD";

  /// The name of a text, the same whoever releases it again.
  static TextId id(int text) {
    return new TextId("%032x".formatted(text));
  }

  static String number(int text) {
    return "+47" + (FIRST_NUMBER + text);
  }

  public static void main(String[] arguments) throws Exception {
    Thread.ofPlatform().daemon().start(SendingProcess::endWithInput);
    Task task = Task.of(arguments);
    Vertx vertx = Vertx.vertx();
    Pool pool =
        Postgres.pool(
            vertx,
            new PostgresAddress(
                "127.0.0.1",
                task.port(),
                task.database(),
                "havn",
                new Password(System.getenv(PASSWORD))));
    var house =
        new CorrespondenceForTests(
            pool, RoleKeys.read(task.keys()), DemoClock.of(task.clock(), SystemTime.wall()));
    vertx.setPeriodic(SIGN_OF_LIFE_MILLIS, tick -> house.one.alive());
    send(vertx, house.one.sender(channel(vertx, task), house.one.outbox));
    release(house, pool, task);
  }

  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
    } catch (IOException gone) {
      // Whoever started it is gone.
    }
    Runtime.getRuntime().halt(0);
  }

  /// One round after the other, with a pause when nothing was due.
  private static void send(Vertx vertx, Sender<Release> sender) {
    sender
        .round()
        .onComplete(
            done -> {
              boolean idle = done.failed() || done.result() == 0;
              vertx.setTimer(idle ? PAUSE_MILLIS : 1, next -> send(vertx, sender));
            });
  }

  private static void release(CorrespondenceForTests house, Pool pool, Task task) {
    Set<TextId> released = new HashSet<>();
    for (Row row : get(pool.query("SELECT id FROM message").execute())) {
      released.add(TextId.of(row.getBuffer("id").getBytes()).orElseThrow());
    }
    for (int text = task.first(); text < task.first() + task.texts(); text++) {
      if (!released.contains(id(text))) {
        house.begins(house.one, id(text), CorrespondenceForTests.number(number(text)), HELLO);
      }
    }
  }

  private static Channel channel(Vertx vertx, Task task) {
    Channel simulator = new SimulatorChannel(vertx, task.provider());
    return task.keyed() ? simulator : new Plain(simulator);
  }

  /// A provider that takes no keys and cannot be asked.
  private record Plain(Channel simulator) implements Channel {

    @Override
    public Set<Ability> abilities() {
      return EnumSet.of(Ability.TEXT);
    }

    @Override
    public Future<Handed> hand(Outgoing text) {
      return simulator.hand(text);
    }

    @Override
    public Future<Handed.Before> ask(TextId key) {
      throw new AssertionError("it cannot be asked");
    }
  }
}
