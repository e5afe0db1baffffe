package havn.channel.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.util.DefaultComposer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one connection to a message centre, kept by a thread of its own: bound, watched, and bound
/// again 1, 2, 4, … at most 60 s after it was lost or refused.
final class Link {

  static final Duration ANSWER = Duration.ofSeconds(4);

  private static final Logger LOG = LoggerFactory.getLogger(Link.class);
  private static final int ENQUIRE_MILLIS = 30_000;
  private static final long BIND_MILLIS = 10_000;
  private static final long LONGEST_PAUSE_SECONDS = 60;
  private static final int THREADS = 8;
  private static final int WAITING = 64;

  private final SmppChannel.Account account;
  private final MessageReceiverListener listener;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Optional<SMPPSession> bound = Optional.empty();

  Link(SmppChannel.Account account, MessageReceiverListener listener) {
    this.account = account;
    this.listener = listener;
  }

  void open() {
    Thread.ofPlatform().daemon().name("havn-smpp").start(this::keep);
  }

  /// The session, while it is bound.
  Optional<SMPPSession> session() {
    return bound.filter(session -> session.getSessionState() == SessionState.BOUND_TRX);
  }

  /// Blocks until the other side has heard of it, or for 4 s.
  void close() {
    closing.countDown();
    bound.ifPresent(SMPPSession::unbindAndClose);
  }

  private void keep() {
    int failures = 0;
    try {
      do {
        failures = stay() ? 0 : failures + 1;
      } while (!closing.await(pause(failures), TimeUnit.SECONDS));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static long pause(int failures) {
    return failures > 6 ? LONGEST_PAUSE_SECONDS : Math.min(LONGEST_PAUSE_SECONDS, 1L << failures);
  }

  /// Binds and stays until the connection is lost; answers whether it was bound at all.
  private boolean stay() throws InterruptedException {
    CountDownLatch lost = new CountDownLatch(1);
    SMPPSession session =
        new SMPPSession(
            new SynchronizedPDUSender(new DefaultPDUSender(new DefaultComposer())),
            new ShortPdus(),
            new Dialing(account.tls(), account.authority()));
    session.setEnquireLinkTimer(ENQUIRE_MILLIS);
    session.setTransactionTimer(ANSWER.toMillis());
    session.setPduProcessorDegree(THREADS);
    session.setQueueCapacity(WAITING);
    session.setMessageReceiverListener(listener);
    session.addSessionStateListener(
        (fresh, old, source) -> {
          if (fresh == SessionState.CLOSED) {
            lost.countDown();
          }
        });
    try {
      session.connectAndBind(account.host(), account.port(), parameters(), BIND_MILLIS);
    } catch (IOException refused) {
      LOG.atWarn().log("the message centre is not reached");
      session.close();
      return false;
    }
    bound = Optional.of(session);
    LOG.atInfo().log("bound to the message centre");
    if (closing.getCount() == 0) {
      session.unbindAndClose();
    }
    lost.await();
    bound = Optional.empty();
    if (closing.getCount() > 0) {
      LOG.atWarn().log("the message centre is gone");
    }
    return true;
  }

  private BindParameter parameters() {
    return new BindParameter(
        BindType.BIND_TRX,
        account.systemId(),
        account.password().text(),
        account.systemType(),
        TypeOfNumber.UNKNOWN,
        NumberingPlanIndicator.UNKNOWN,
        null);
  }
}
