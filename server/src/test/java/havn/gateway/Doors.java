package havn.gateway;

import havn.kernel.secret.Secret;
import io.vertx.core.http.WebSocketClient;

/// Where clients of a test find the sockets of a server, and the service that they mean unless they
/// say otherwise.
public interface Doors {

  WebSocketClient sockets();

  int visitorPort();

  int deskPort();

  String service();

  /// A ticket for a visitor's page.
  Secret ticket();

  /// A visitor who was welcomed.
  default VisitorClient welcomed() {
    VisitorClient visitor = VisitorClient.connect(this);
    visitor.hello(ticket());
    visitor.await(down -> down.hasWelcome());
    return visitor;
  }

  /// A visitor whose chat this desk has.
  default VisitorClient inChatWith(DeskClient desk) {
    VisitorClient visitor = welcomed();
    visitor.ring();
    desk.takeAndGrant(visitor.conversation);
    return visitor;
  }
}
