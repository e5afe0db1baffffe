package havn.channel.smpp;

import havn.Eventually;
import havn.TestPorts;
import havn.channel.adapter.NodeProgram;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A message centre made of the library `smpp` for Node.
final class NodePeer extends SmppPeer {

  private final int port = TestPorts.free();
  private final AtomicInteger binds = new AtomicInteger();
  private final AtomicInteger heard = new AtomicInteger();
  private final AtomicInteger strangers = new AtomicInteger();
  private final AtomicBoolean listening = new AtomicBoolean();
  private final NodeProgram program;

  /// @param files a key and a certificate in PEM, for TLS
  NodePeer(String... files) {
    String[] arguments = new String[files.length + 1];
    arguments[0] = "" + port;
    System.arraycopy(files, 0, arguments, 1, files.length);
    program = new NodeProgram("smpp.cjs", arguments);
    Thread.ofVirtual().start(this::listen);
    Eventually.until("listening", listening::get);
  }

  private void listen() {
    while (program.running()) {
      JsonObject line = program.next();
      switch (line.getString("saw")) {
        case "listening" -> listening.set(true);
        case "heard" -> heard.incrementAndGet();
        case "bind" -> binds.incrementAndGet();
        case "stranger" -> strangers.incrementAndGet();
        case "deliver_sm_resp" -> answered(line.getInteger("status"));
        case "submit_sm" ->
            took(
                new Taken(
                    line.getString("to"),
                    line.getString("from"),
                    line.getString("header"),
                    line.getString("text"),
                    line.getInteger("receipt") == 1));
        default -> {}
      }
    }
  }

  int strangers() {
    return strangers.get();
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
  void send(Sent message) {
    JsonObject pdu =
        new JsonObject()
            .put("source_addr", message.from())
            .put("destination_addr", "4759440000")
            .put("source_addr_ton", message.from().matches("[0-9]{9,}") ? 1 : 5)
            .put("data_coding", message.coding())
            .put("esm_class", message.esmClass())
            .put("hex", message.hex());
    if (!message.header().isEmpty()) {
      pdu.put("udh", message.header());
    }
    program.tell(new JsonObject().put("deliver", pdu));
  }

  @Override
  void drop() {
    program.tell(new JsonObject().put("drop", true));
  }

  /// Lines come in order, so what was taken before is known once this one is answered.
  @Override
  void settle() {
    tell(new JsonObject());
  }

  private void mood(String mood) {
    tell(new JsonObject().put("mood", mood));
  }

  private void tell(JsonObject line) {
    int before = heard.get();
    program.tell(line);
    Eventually.until("heard", () -> heard.get() > before);
  }

  @Override
  public void refuse() {
    mood("refuse");
  }

  @Override
  public void fallMute() {
    mood("mute");
  }

  @Override
  public void recover() {
    mood("arrive");
  }

  @Override
  public void vanish() {
    close();
  }

  @Override
  void close() {
    program.close();
  }
}
