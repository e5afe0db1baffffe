package havn.gateway;

import havn.conversation.Conversation;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.wire.ToDesk;
import havn.wire.v1.Code;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Consumer;

/// What the parts of a [Desk] share: which device is at it, and the way to its person.
record Console(DeskState.AtDesk at, Socket socket, Loop loop, Hub hub) {

  DeviceId device() {
    return at.device();
  }

  House house() {
    return hub.house();
  }

  /// A chat as the store has it; empty when it never was, or is over and forgotten.
  Future<Optional<Conversation>> chat(ConversationId id) {
    return house().conversations().find(id);
  }

  Relay relay() {
    return hub.relay();
  }

  void send(byte[] frame) {
    socket.send(frame);
  }

  /// Carries on with a store's answer, unless the console has gone meanwhile.
  <T> void answer(Future<T> asked, Consumer<T> then) {
    socket.after(asked, then);
  }

  /// @param request field number of the refused frame's kind
  void refuse(Code code, int request) {
    loop.meters().said(code);
    socket.send(ToDesk.refused(code, request));
  }
}
