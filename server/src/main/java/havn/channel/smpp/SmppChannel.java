package havn.channel.smpp;

import havn.channel.Ability;
import havn.channel.Channel;
import havn.channel.Handed;
import havn.channel.Outgoing;
import havn.channel.PhoneNumber;
import havn.channel.Told;
import havn.channel.UserId;
import havn.channel.adapter.Reading;
import havn.kernel.id.TextId;
import havn.kernel.secret.Password;
import havn.kernel.secret.Randomness;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Hands texts to a message centre, and tells what comes from there.
public final class SmppChannel implements Channel {

  /// Most texts under way; more are refused for now.
  static final int WINDOW = 8;

  private static final long SWEEP_MILLIS = 60_000;

  private final Vertx vertx;
  private final Account account;
  private final InstantSource clock;
  private final Incoming incoming;
  private final Link link;
  private final WorkerExecutor workers;
  private final AtomicInteger under = new AtomicInteger();
  private volatile long timer = -1;

  /// How to reach the message centre, and as whom.
  ///
  /// @param authority PEM file of who signed its certificate; empty: whom Java trusts
  /// @param sender our number or name
  public record Account(
      String host,
      int port,
      boolean tls,
      Optional<Path> authority,
      String systemId,
      Password password,
      String systemType,
      String sender,
      Ids ids) {}

  /// How a message centre writes the id of a text in its answer and in its receipts.
  public enum Ids {
    /// The same in both.
    SAME,
    /// Hexadecimal in the answer, decimal in receipts.
    HEX_ANSWERS,
    /// Decimal in the answer, hexadecimal in receipts.
    HEX_RECEIPTS;

    /// What an answer's id and its receipt's have in common.
    String answered(String id) {
      return switch (this) {
        case SAME -> Reading.name(id);
        case HEX_ANSWERS -> decimal(id, 16);
        case HEX_RECEIPTS -> decimal(id, 10);
      };
    }

    /// As above.
    String receipted(String id) {
      return switch (this) {
        case SAME -> Reading.name(id);
        case HEX_ANSWERS -> decimal(id, 10);
        case HEX_RECEIPTS -> decimal(id, 16);
      };
    }

    private static String decimal(String id, int base) {
      boolean fits = id.matches(base == 16 ? "[0-9A-Fa-f]{1,40}" : "[0-9]{1,40}");
      return Reading.name(fits ? new BigInteger(id, base).toString() : id);
    }
  }

  /// @param told keeps what came; it is acknowledged once that succeeded, and else comes again
  public SmppChannel(
      Vertx vertx, Account account, InstantSource clock, Function<List<Told>, Future<Void>> told) {
    this.vertx = vertx;
    this.account = account;
    this.clock = clock;
    this.incoming = new Incoming(vertx, told, account.ids(), clock);
    this.link = new Link(account, incoming);
    this.workers = vertx.createSharedWorkerExecutor("havn-smpp", WINDOW);
  }

  /// Begins to keep the connection; texts are refused until it is there.
  public void start() {
    link.open();
    timer = vertx.setPeriodic(SWEEP_MILLIS, minute -> sweep());
  }

  /// Unbinds, tells the texts of which not every part has come, and succeeds when that is done.
  public Future<Void> close() {
    vertx.cancelTimer(timer);
    return workers
        .executeBlocking(
            () -> {
              link.close();
              incoming.end();
              return "closed";
            })
        .eventually(workers::close)
        .mapEmpty();
  }

  /// Whether texts can be handed over now.
  public boolean bound() {
    return link.session().isPresent();
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.of(Ability.TEXT, Ability.REPORTS, Ability.INBOUND);
  }

  @Override
  public Future<Handed> hand(Outgoing text) {
    return switch (text.to()) {
      case UserId none -> refused(Handed.Why.NUMBER);
      case PhoneNumber number ->
          link.session()
              .map(
                  session ->
                      submit(
                          new Submission(
                              session,
                              account.sender(),
                              number,
                              Part.of(text.text(), Randomness.bytes(1)[0]))))
              .orElseGet(() -> refused(Handed.Why.UNREACHABLE));
    };
  }

  private Future<Handed> submit(Submission submission) {
    if (under.incrementAndGet() > WINDOW) {
      under.decrementAndGet();
      return refused(Handed.Why.TOO_FAST);
    }
    return workers
        .<Handed>executeBlocking(() -> submission.run(account.ids(), clock), false)
        .otherwise(new Handed.Unknown())
        .onComplete(done -> under.decrementAndGet());
  }

  private void sweep() {
    workers
        .executeBlocking(
            () -> {
              incoming.sweep();
              return "swept";
            },
            false)
        .otherwiseEmpty();
  }

  private static Future<Handed> refused(Handed.Why why) {
    return Future.succeededFuture(new Handed.Refused(why));
  }

  /// A message centre cannot be asked for a key.
  @Override
  public Future<Handed.Before> ask(TextId key) {
    return Future.succeededFuture(new Handed.Unknown());
  }

  @Override
  public String toString() {
    return "SmppChannel[…]";
  }
}
