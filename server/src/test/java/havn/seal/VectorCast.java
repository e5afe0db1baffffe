package havn.seal;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import java.time.Duration;
import java.time.Instant;

/// The people and keys of the golden vectors, and the minute it all happens in.
final class VectorCast {

  static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  final SigningKey root1 = VectorSource.signingKey("root-1");
  final SigningKey root2 = VectorSource.signingKey("root-2");
  final SigningKey root3 = VectorSource.signingKey("root-3");
  final SigningKey root4 = VectorSource.signingKey("root-4");
  final SigningKey signer = VectorSource.signingKey("signer-1");
  final SigningKey device = VectorSource.signingKey("device");
  final SigningKey coordinatorDevice = VectorSource.signingKey("coordinator device");
  final SigningKey shift = VectorSource.signingKey("shift signing");
  final XWingKey shiftSealing = VectorSource.sealingKey("shift sealing");
  final XWingKey visitor = VectorSource.sealingKey("visitor");

  final DeviceId deviceId = deviceId("device id");
  final DeviceId coordinatorId = deviceId("coordinator device id");
  final ConversationId conversation =
      ConversationId.of(VectorSource.bytes("conversation", 16)).orElseThrow();
  final ShownName name = new ShownName(VectorSource.bytes("salt", 16), "Kåre");
  final ShownName coordinatorName =
      new ShownName(VectorSource.bytes("coordinator salt", 16), "Solveig");

  static Instant daysFromNow(long days) {
    return NOW.plus(Duration.ofDays(days));
  }

  private static DeviceId deviceId(String name) {
    return DeviceId.of(VectorSource.bytes(name, 16)).orElseThrow();
  }
}
