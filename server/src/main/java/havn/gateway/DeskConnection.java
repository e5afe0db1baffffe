package havn.gateway;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.secret.Randomness;
import havn.kernel.secret.Secret;
import havn.login.Session;
import havn.staff.DeviceProofs;
import havn.staff.Roster;
import havn.staff.RosterEntry;
import havn.wire.DeskFrame;
import havn.wire.DeskReader;
import havn.wire.Read;
import havn.wire.ToDesk;
import havn.wire.v1.Code;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A console's connection: sign-in, the device's proof, and then a [Desk]. Belongs to its socket's
/// event loop.
final class DeskConnection implements Talker {

  private final Socket socket;
  private final Loop loop;
  private final Hub hub;
  private final Optional<Secret> cookie;
  private DeskState state = new DeskState.Arriving();
  private @Nullable Desk desk;

  /// @param cookie the session's secret
  DeskConnection(Socket socket, Loop loop, Hub hub, Optional<Secret> cookie) {
    this.socket = socket;
    this.loop = loop;
    this.hub = hub;
    this.cookie = cookie;
  }

  /// Looks up the session and asks the device for its proof.
  void begin() {
    socket.after(
        session(),
        found -> {
          if (found.isPresent() && state instanceof DeskState.Arriving arriving) {
            byte[] nonce = Randomness.bytes(DeviceProofs.CHALLENGE_LENGTH);
            state = arriving.challenged(found.get(), nonce);
            socket.send(ToDesk.challenge(nonce));
          } else {
            socket.close(Code.SESSION_REQUIRED);
          }
        });
  }

  private Future<Optional<Session>> session() {
    return cookie
        .map(secret -> hub.house().sessions().find(secret))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  @Override
  public void frame(byte[] bytes) {
    if (desk != null) {
      desk.seen();
    }
    switch (DeskReader.read(bytes)) {
      case Read.Refused<DeskFrame> refused -> socket.close(refused.code());
      case Read.Decoded<DeskFrame>(DeskFrame.Pong pong) -> {
        socket.pong();
        if (desk != null) {
          desk.hidden(pong.hidden());
        }
      }
      case Read.Decoded<DeskFrame>(DeskFrame frame) -> hear(frame);
    }
  }

  private void hear(DeskFrame frame) {
    switch (state) {
      case DeskState.Arriving arriving -> socket.close(Code.FRAME_OUT_OF_TURN);
      case DeskState.Challenged challenged -> {
        if (frame instanceof DeskFrame.Hello hello) {
          prove(challenged, hello);
        } else {
          socket.close(Code.FRAME_OUT_OF_TURN);
        }
      }
      case DeskState.AtDesk at -> {
        if (desk != null) {
          desk.hear(frame);
        }
      }
    }
  }

  private void prove(DeskState.Challenged challenged, DeskFrame.Hello hello) {
    Instant now = hub.house().time().instant();
    Optional<Roster> roster = hub.house().rosters().current();
    Optional<RosterEntry> entry =
        roster
            .flatMap(r -> r.entry(hello.device(), now))
            .filter(
                e ->
                    DeviceProofs.answersDesk(
                        e, challenged.nonce(), hello.signature().toByteArray()));
    if (roster.isEmpty() || entry.isEmpty()) {
      socket.close(Code.DEVICE_REFUSED);
      return;
    }
    DeskState.AtDesk at =
        challenged.proved(hello.device(), services(challenged.session(), entry.get()));
    state = at;
    socket.greeted();
    socket.send(ToDesk.welcome(roster.get().version()));
    hub.relay().deskOpened(hello.device(), this);
    desk = new Desk(at, socket, loop, hub);
    desk.open();
  }

  /// Another connection of the same device took over. Called on any thread.
  void replaced() {
    loop.context().execute(() -> socket.close(Code.REPLACED));
  }

  /// Called on any thread.
  void rosterChanged(long version) {
    loop.context()
        .execute(
            () -> {
              socket.send(ToDesk.rosterChanged(version));
              if (state instanceof DeskState.AtDesk at
                  && desk != null
                  && entry(at.device(), hub.house().time().instant()).isEmpty()) {
                desk.revoked();
              }
            });
  }

  /// Something that concerns this device changed in a conversation. Called on any thread.
  void look(ConversationId conversation) {
    atDesk(open -> open.look(conversation));
  }

  /// Somebody whispered in a conversation that this device is in. Called on any thread.
  void whispered(ConversationId conversation) {
    atDesk(open -> open.whispered(conversation));
  }

  private void atDesk(Consumer<Desk> act) {
    loop.context()
        .execute(
            () -> {
              if (desk != null && socket.isOpen()) {
                act.accept(desk);
              }
            });
  }

  @Override
  public byte[] ping(int nonce) {
    return ToDesk.ping(nonce);
  }

  @Override
  public void beat() {
    if (state instanceof DeskState.AtDesk at && desk != null) {
      Instant now = hub.house().time().instant();
      if (!now.isBefore(at.session().until())) {
        signedOut(desk);
      } else if (entry(at.device(), now).isEmpty()) {
        desk.signedOut();
        socket.close(Code.DEVICE_REFUSED);
      } else if (!services(at.session(), entry(at.device(), now).get()).equals(at.services())) {
        // Comes back at once, with the services of the new roster.
        socket.close(Code.GOING_AWAY);
      } else {
        desk.beat();
        endIfSignedOut(desk);
      }
    }
  }

  /// A session that was closed elsewhere ends its socket. While the store does not answer it goes
  /// on.
  private void endIfSignedOut(Desk open) {
    var unused =
        session()
            .onSuccess(
                found -> {
                  if (found.isEmpty()) {
                    signedOut(open);
                  }
                });
  }

  private void signedOut(Desk open) {
    open.signedOut();
    socket.close(Code.SESSION_REQUIRED);
  }

  private Optional<RosterEntry> entry(DeviceId device, Instant now) {
    return hub.house().rosters().current().flatMap(r -> r.entry(device, now));
  }

  private static Set<ServiceId> services(Session session, RosterEntry entry) {
    Set<ServiceId> services = new HashSet<>(session.services());
    services.retainAll(entry.services());
    return Set.copyOf(services);
  }

  @Override
  public void closed() {
    if (state instanceof DeskState.AtDesk at && desk != null) {
      desk.close(hub.desks().closed(at.device(), this));
    }
  }
}
