package havn.channel.smpp;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.type.Address;
import com.cloudhopper.smpp.type.SmppProcessingException;
import havn.TestPorts;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A message centre made of the library ch-smpp for Java.
final class CloudhopperPeer extends SmppPeer implements SmppServerHandler {

  private final int port = TestPorts.free();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger binds = new AtomicInteger();
  private final AtomicInteger count = new AtomicInteger(255);
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final DefaultSmppServer server;
  private volatile String mood = "arrive";
  private volatile @Nullable SmppServerSession bound;

  CloudhopperPeer() throws Exception {
    SmppServerConfiguration configuration = new SmppServerConfiguration();
    configuration.setHost("127.0.0.1");
    configuration.setPort(port);
    configuration.setMaxConnectionSize(4);
    configuration.setDefaultWindowSize(8);
    configuration.setDefaultRequestExpiryTimeout(20_000);
    server = new DefaultSmppServer(configuration, this, threads);
    server.start();
  }

  @Override
  @SuppressWarnings("rawtypes")
  public void sessionBindRequested(
      Long id, SmppSessionConfiguration configuration, BaseBind request)
      throws SmppProcessingException {
    if (!USER.equals(request.getSystemId()) || !WORD.equals(request.getPassword())) {
      throw new SmppProcessingException(SmppConstants.STATUS_INVPASWD);
    }
  }

  @Override
  public void sessionCreated(Long id, SmppServerSession session, BaseBindResp response) {
    bound = session;
    binds.incrementAndGet();
    session.serverReady(
        new DefaultSmppSessionHandler() {
          @Override
          @SuppressWarnings("rawtypes")
          public @Nullable PduResponse firePduRequestReceived(PduRequest request) {
            return request instanceof SubmitSm submit ? taken(submit) : request.createResponse();
          }
        });
  }

  @Override
  public void sessionDestroyed(Long id, SmppServerSession session) {
    session.destroy();
  }

  private @Nullable PduResponse taken(SubmitSm submit) {
    SubmitSmResp response = submit.createResponse();
    if (mood.equals("refuse")) {
      response.setCommandStatus(SmppConstants.STATUS_THROTTLED);
      return response;
    }
    if (mood.equals("no room for the second") && count.get() == 256) {
      mood = "arrive";
      response.setCommandStatus(SmppConstants.STATUS_MSGQFUL);
      return response;
    }
    byte[] bytes = submit.getShortMessage();
    boolean headed = (submit.getEsmClass() & SmppConstants.ESM_CLASS_UDHI_MASK) != 0;
    int header = headed ? 1 + bytes[0] : 0;
    took(
        new Taken(
            submit.getDestAddress().getAddress(),
            submit.getSourceAddress().getAddress(),
            HexFormat.of().formatHex(bytes, headed ? 1 : 0, header),
            CharsetUtil.decode(
                Arrays.copyOfRange(bytes, header, bytes.length),
                submit.getDataCoding() == 8 ? CharsetUtil.CHARSET_UCS_2 : CharsetUtil.CHARSET_GSM),
            submit.getRegisteredDelivery() == 1));
    response.setMessageId(Integer.toHexString(count.incrementAndGet()));
    return mood.equals("mute") ? null : response;
  }

  @Override
  void send(Sent message) {
    threads.execute(() -> deliver(message));
  }

  private void deliver(Sent message) {
    try {
      DeliverSm deliver = new DeliverSm();
      boolean number = message.from().matches("[0-9]{9,}");
      deliver.setSourceAddress(
          new Address((byte) (number ? 1 : 5), (byte) (number ? 1 : 0), message.from()));
      deliver.setDestAddress(new Address((byte) 1, (byte) 1, "4759440000"));
      deliver.setDataCoding((byte) message.coding());
      int udhi = message.header().isEmpty() ? 0 : 0x40;
      deliver.setEsmClass((byte) (message.esmClass() | udhi));
      deliver.setShortMessage(HexFormat.of().parseHex(message.header() + message.hex()));
      var answer = session().sendRequestPdu(deliver, 10_000, true);
      answer.await();
      answered(answer.getResponse().getCommandStatus());
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private SmppServerSession session() {
    return Objects.requireNonNull(bound);
  }

  @Override
  void drop() {
    session().close();
  }

  @Override
  int port() {
    return port;
  }

  @Override
  int binds() {
    return binds.get();
  }

  @Override
  public void refuse() {
    mood = "refuse";
  }

  /// It has no room once, for what comes second.
  void fillUp() {
    mood = "no room for the second";
  }

  @Override
  public void fallMute() {
    mood = "mute";
  }

  @Override
  public void recover() {
    mood = "arrive";
  }

  @Override
  public void vanish() {
    close();
  }

  @Override
  void close() {
    if (open.getAndSet(false)) {
      server.destroy();
      threads.shutdownNow();
    }
  }
}
