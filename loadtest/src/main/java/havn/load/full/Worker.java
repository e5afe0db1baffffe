package havn.load.full;

import com.google.protobuf.ByteString;
import havn.kernel.id.DeviceId;
import havn.kernel.secret.Randomness;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.ShownName;
import havn.seal.SigningKey;
import havn.seal.XWingKey;
import havn.wire.v1.ShiftStatement;
import havn.wire.v1.SignedStatement;
import java.time.Duration;
import java.time.Instant;

/// One worker's browser: a device key for the roster and the keys of one shift, stated by the
/// device.
record Worker(
    DeviceId device,
    SigningKey deviceKey,
    ShownName name,
    SigningKey shiftKey,
    XWingKey shiftSeal,
    SignedStatement statement) {

  private static final Duration LEEWAY = Duration.ofMinutes(2);
  private static final Duration SHIFT = Duration.ofHours(4);

  /// A worker whose shift began a moment ago.
  static Worker fresh(String shownName, Instant now) {
    var device = DeviceId.fresh();
    var deviceKey = SigningKey.fresh();
    var name = new ShownName(Randomness.bytes(ShownName.SALT_LENGTH), shownName);
    var shiftKey = SigningKey.fresh();
    var shiftSeal = XWingKey.fresh();
    var payload =
        ShiftStatement.newBuilder()
            .setDevice(ByteString.copyFrom(device.bytes()))
            .setEd25519(ByteString.copyFrom(shiftKey.publicKey()))
            .setXwing(ByteString.copyFrom(shiftSeal.publicKey()))
            .setNotBefore(now.minus(LEEWAY).toEpochMilli())
            .setNotAfter(now.plus(SHIFT).toEpochMilli())
            .build()
            .toByteArray();
    var signature = deviceKey.sign(Purpose.SHIFT, payload);
    var statement =
        SignedStatement.newBuilder()
            .setPayload(ByteString.copyFrom(payload))
            .setSignature(ByteString.copyFrom(signature))
            .build();
    return new Worker(device, deviceKey, name, shiftKey, shiftSeal, statement);
  }

  Hash statementHash() {
    return Hash.of(statement.getPayload().toByteArray());
  }

  @Override
  public String toString() {
    return "Worker[…]";
  }
}
