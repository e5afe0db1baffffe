package havn.gateway;

import havn.kernel.id.ConversationId;
import havn.kernel.id.ServiceId;
import havn.wire.v1.WaitBand;
import java.util.Map;

/// A service's line at one moment, made once for everybody who watches it.
///
/// @param frame the whole line as a wire frame for consoles
/// @param positions from 1
@SuppressWarnings("ArrayRecordComponent")
record LineView(
    ServiceId service, byte[] frame, Map<ConversationId, Integer> positions, WaitBand band) {

  /// Who wants to see it. Called on any thread.
  interface Watcher {

    void line(LineView view);
  }
}
