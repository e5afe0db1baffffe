package havn.channel.smpp;

import havn.channel.Told;
import havn.channel.adapter.Reading;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/// What a message centre sends to us. It is called on threads of the library, which wait until what
/// came is kept, for at most 8 s and 4 of them at once; else it is to come again.
final class Incoming implements MessageReceiverListener {

  static final int MOST_AT_ONCE = 4;

  private static final long KEEP_SECONDS = 8;
  private static final byte ALPHANUMERIC = 5;
  private static final byte INTERNATIONAL = 1;

  private final Context home;
  private final Function<List<Told>, Future<Void>> told;
  private final SmppChannel.Ids ids;
  private final InstantSource clock;
  private final Gathering gathering = new Gathering();
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  Incoming(
      Vertx vertx,
      Function<List<Told>, Future<Void>> told,
      SmppChannel.Ids ids,
      InstantSource clock) {
    this.home = vertx.getOrCreateContext();
    this.told = told;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
    if (!places.tryAcquire()) {
      throw again();
    }
    try {
      if (message.isSmscDeliveryReceipt() || message.isIntermediateDeliveryNotification()) {
        keep(Receipt.read(message, ids).map(List::<Told>of).orElse(List.of()));
      } else {
        text(message);
      }
    } finally {
      places.release();
    }
  }

  private void text(DeliverSm message) throws ProcessRequestException {
    Instant now = clock.instant();
    Piece piece = Piece.read(message);
    Gathering.Key key =
        new Gathering.Key(from(message), to(message), piece.reference(), piece.of());
    if (piece.of() == 1) {
      keep(told(new Gathering.Whole(key, piece.text())));
      return;
    }
    switch (gathering.add(key, piece, now)) {
      case Gathering.Incomplete incomplete -> {}
      case Gathering.Full full -> throw again();
      case Gathering.Whole whole -> {
        keep(told(whole));
        gathering.done(key);
      }
    }
  }

  /// Tells what did not come in full within 10 minutes; its parts were acknowledged long ago. What
  /// is not kept is told at the next call.
  void sweep() {
    tell(gathering.tooLate(clock.instant()));
  }

  /// Tells what has not come in full when we end: its parts were acknowledged, and are not sent
  /// again. What is not kept then is lost.
  void end() {
    tell(gathering.all());
  }

  private void tell(List<Gathering.Whole> open) {
    for (Gathering.Whole late : open) {
      try {
        keep(told(late));
        gathering.done(late.key());
      } catch (ProcessRequestException notKept) {
        return;
      }
    }
  }

  private static List<Told> told(Gathering.Whole whole) {
    Gathering.Key key = whole.key();
    return Reading.number(key.from())
        .map(
            from ->
                List.<Told>of(
                    Reading.unnamed(
                        from,
                        whole.text(),
                        key.from(),
                        key.to(),
                        key.reference() + "/" + key.of())))
        .orElse(List.of());
  }

  /// A sender's number; a name reads as nobody.
  private static String from(DeliverSm message) {
    String address = Optional.ofNullable(message.getSourceAddr()).orElse("").strip();
    return switch (message.getSourceAddrTon()) {
      case ALPHANUMERIC -> "";
      case INTERNATIONAL -> address.startsWith("+") ? address : "+" + address;
      default -> address;
    };
  }

  private static String to(DeliverSm message) {
    return Optional.ofNullable(message.getDestAddress()).orElse("");
  }

  private void keep(List<Told> heard) throws ProcessRequestException {
    if (heard.isEmpty()) {
      return;
    }
    CompletableFuture<Void> kept = new CompletableFuture<>();
    home.runOnContext(
        here ->
            Future.succeededFuture()
                .compose(begin -> told.apply(heard))
                .onSuccess(kept::complete)
                .onFailure(kept::completeExceptionally));
    try {
      kept.get(KEEP_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException not) {
      throw again();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw again();
    }
  }

  private static ProcessRequestException again() {
    return new ProcessRequestException("not kept", SMPPConstant.STAT_ESME_RX_T_APPN);
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification alert) {}

  /// Not spoken here.
  @Override
  public DataSmResult onAcceptDataSm(DataSm message, Session source)
      throws ProcessRequestException {
    throw new ProcessRequestException("no data_sm", SMPPConstant.STAT_ESME_RINVCMDID);
  }
}
