package havn.duty.redis;

import havn.duty.DutyRecord;
import havn.duty.Reach;
import havn.kernel.id.DeviceId;
import havn.redis.Bytes;
import havn.redis.Key;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/// `keep.lua`: a duty record, and until when each lane of the service is kept.
record KeepScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(KeepScript.class, "keep.lua");
  private static final byte[] NONE = {};

  /// Lanes noted for one service; it has 16 itself.
  private static final int MOST_LANES = 64;

  Future<Void> write(Key duty, Key there, DutyRecord record) {
    byte[] beat = Bytes.of(record.beat().toEpochMilli());
    return run(duty, there, record.device(), "put", DutyText.write(record), beat).mapEmpty();
  }

  Future<Void> drop(Key duty, Key there, DeviceId device, Instant now) {
    return run(duty, there, device, "drop", NONE, Bytes.of(now.toEpochMilli())).mapEmpty();
  }

  /// False when there was a sign of life since the record was read, or another process was first.
  Future<Boolean> called(Key duty, Key there, DutyRecord record, Instant at) {
    byte[] beat = Bytes.of(record.beat().toEpochMilli());
    return run(duty, there, record.device(), "called", beat, Bytes.of(at.toEpochMilli()));
  }

  /// False when there was a sign of life since the record was read.
  Future<Boolean> load(Key duty, Key there, DutyRecord record, int load, Instant now) {
    byte[] beat = Bytes.of(record.beat().toEpochMilli());
    byte[] at = Bytes.of(now.toEpochMilli());
    return run(duty, there, record.device(), "load", beat, at, load);
  }

  private Future<Boolean> run(
      Key duty, Key there, DeviceId device, String what, byte[] record, byte[] now) {
    return run(duty, there, device, what, record, now, 0);
  }

  private Future<Boolean> run(
      Key duty, Key there, DeviceId device, String what, byte[] record, byte[] now, int load) {
    return redis
        .run(
            LUA,
            List.of(duty, there),
            Bytes.of(device.hex()),
            Bytes.of(what),
            record,
            now,
            Bytes.of(DutyRecord.GONE.toMillis()),
            Bytes.of(Reach.HOLDS.toMillis()),
            Bytes.of(RedisPresences.KEPT.toMillis()),
            Bytes.of(Reach.COMES.toMillis()),
            Bytes.of(MOST_LANES),
            Bytes.of(load))
        .map(reply -> reply.number() == 1);
  }
}
