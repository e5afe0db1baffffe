package havn.gateway;

import havn.cluster.Cluster;
import havn.conversation.Conversation;
import havn.kernel.id.ServiceId;
import havn.kernel.secret.Secret;
import havn.wire.StreamBody;
import havn.wire.v1.Code;
import havn.wire.v1.EndReason;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Both sockets of one process. The handlers are called on the event loop that accepted the
/// connection.
///
/// The HTTP server that calls them must have the subprotocol `havn.v1`, no compression, and
/// [#MOST_FRAME_BYTES] as its frame limit.
public final class Gateway {

  public static final String SUBPROTOCOL = "havn.v1";
  public static final String VISITOR_PATH = "/v1/visitor";
  public static final String DESK_PATH = "/v1/desk";

  /// What the WebSocket decoder accepts: more than a frame may have, so that a frame that is too
  /// long can be answered with its own code.
  public static final int MOST_FRAME_BYTES = 32_768;

  private static final String COOKIE = "havn_session";

  private final VertxInternal vertx;
  private final Hub hub;
  private final Forsaken forsaken;
  private final SilentLoads silent;
  private final SocketLimits limits;
  private final GatewayMeters meters;
  private final Set<String> deskOrigins;
  private final Map<EventLoop, Loop> loops = new ConcurrentHashMap<>();

  /// @param deskOrigins origins from which a console may connect, as `scheme://host[:port]`
  public Gateway(
      Vertx vertx,
      House house,
      Cluster cluster,
      SocketLimits limits,
      GatewayMeters meters,
      Set<String> deskOrigins) {
    this.vertx = (VertxInternal) vertx;
    this.limits = limits;
    this.meters = meters;
    this.deskOrigins = Set.copyOf(deskOrigins);
    LineBoards lines =
        new LineBoards(house, cluster, this.vertx.createEventLoopContext(), limits.heartbeat());
    Desks desks = new Desks();
    Relay relay = new Relay(cluster, house.conversations(), lines, desks);
    this.hub = new Hub(house, relay, lines, desks);
    this.forsaken = new Forsaken(house, relay);
    this.silent = new SilentLoads(house);
    Revocations revocations = new Revocations(house, relay);
    house
        .rosters()
        .onChange(
            roster -> {
              desks.rosterChanged(roster.version());
              revocations.rosterChanged(roster);
            });
  }

  /// Decides on an upgrade at the public port: any origin, one path.
  public void visitorHandshake(ServerWebSocketHandshake handshake) {
    if (handshake.path().equals(VISITOR_PATH)) {
      var unused = handshake.accept();
    } else {
      var unused = handshake.reject(404);
    }
  }

  /// Decides on an upgrade at the desk port: listed origins, one path.
  public void deskHandshake(ServerWebSocketHandshake handshake) {
    String origin = handshake.headers().get("Origin");
    if (!handshake.path().equals(DESK_PATH)) {
      var unused = handshake.reject(404);
    } else if (origin == null || !deskOrigins.contains(origin)) {
      var unused = handshake.reject(403);
    } else {
      var unused = handshake.accept();
    }
  }

  public void visitorSocket(ServerWebSocket ws) {
    admit(ws, false, loop -> socket -> new VisitorConnection(socket, loop, hub));
  }

  public void deskSocket(ServerWebSocket ws) {
    Optional<Secret> cookie = session(ws);
    admit(
        ws,
        true,
        loop ->
            socket -> {
              DeskConnection connection = new DeskConnection(socket, loop, hub, cookie);
              loop.context().runOnContext(started -> connection.begin());
              return connection;
            });
  }

  /// Tells everybody in a conversation, in every process, that it ended with entry `seq`.
  public void ended(Conversation conversation, int seq, EndReason reason) {
    hub.relay().lineChanged(conversation.ring().service());
    hub.relay().entry(conversation.id(), seq, StreamBody.end(reason));
  }

  /// Ends chats that nobody has been connected to for an hour; answers how many. Asked each minute.
  public Future<Integer> endForsaken() {
    return forsaken.round();
  }

  /// Puts right how many chats those have whose console is silent; answers at how many. Asked each
  /// minute.
  public Future<Integer> easeSilent() {
    return silent.round();
  }

  /// Somebody in a chat of this service called for help: it is looked at in every process.
  public void dangerChanged(ServiceId service) {
    hub.relay().lineChanged(service);
  }

  /// Tells every client to come back elsewhere, and stops.
  public Future<Void> drain() {
    for (Loop loop : loops.values()) {
      loop.context()
          .runOnContext(
              v -> {
                loop.drain();
                loop.stop();
              });
    }
    return Future.succeededFuture();
  }

  private void admit(
      ServerWebSocket ws, boolean staff, Function<Loop, Function<Socket, Talker>> who) {
    Loop loop = loop();
    Socket socket = new Socket(ws, loop, who.apply(loop));
    if (!loop.admit(socket, staff)) {
      socket.close(Code.TOO_MANY_CONNECTIONS);
    } else if (!SUBPROTOCOL.equals(ws.subProtocol())) {
      socket.close(Code.SUBPROTOCOL_REQUIRED);
    }
  }

  private Loop loop() {
    ContextInternal context = vertx.getOrCreateContext();
    return loops.computeIfAbsent(
        context.nettyEventLoop(), unused -> new Loop(context.unwrap(), limits, meters));
  }

  private static Optional<Secret> session(ServerWebSocket ws) {
    String header = ws.headers().get("Cookie");
    if (header == null) {
      return Optional.empty();
    }
    for (String pair : header.split(";", 32)) {
      String[] nameAndValue = pair.strip().split("=", 2);
      if (nameAndValue.length == 2 && nameAndValue[0].equals(COOKIE)) {
        return Secret.parse(nameAndValue[1]);
      }
    }
    return Optional.empty();
  }
}
