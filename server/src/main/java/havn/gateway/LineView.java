package havn.gateway;

import havn.danger.DangerCall;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.wire.v1.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A service's line at one moment, made once for everybody who watches it.
///
/// @param frame the whole line as a wire frame for consoles
/// @param places what each of those who wait is told
/// @param called whom somebody who waits is offered to, where they are alone on duty
/// @param danger calls for help in chats of the service
@SuppressWarnings("ArrayRecordComponent")
record LineView(
    ServiceId service,
    byte[] frame,
    Map<ConversationId, Waiting> places,
    Optional<DeviceId> called,
    List<DangerCall.Seen> danger) {

  /// Who wants to see it. Called on any thread.
  interface Watcher {

    void line(LineView view);
  }
}
