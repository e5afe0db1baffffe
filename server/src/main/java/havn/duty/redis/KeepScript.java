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

/// `keep.lua`: a duty record, and until when the service is kept.
record KeepScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(KeepScript.class, "keep.lua");
  private static final byte[] NONE = {};

  Future<Void> write(Key duty, Key kept, DutyRecord record) {
    byte[] now = record.keepsOpen() ? Bytes.of(record.beat().toEpochMilli()) : NONE;
    return run(duty, kept, record.device(), DutyText.write(record), now);
  }

  Future<Void> drop(Key duty, Key kept, DeviceId device, Instant now) {
    return run(duty, kept, device, NONE, Bytes.of(now.toEpochMilli()));
  }

  private Future<Void> run(Key duty, Key kept, DeviceId device, byte[] text, byte[] now) {
    return redis
        .run(
            LUA,
            List.of(duty, kept),
            Bytes.of(device.hex()),
            text,
            now,
            Bytes.of(DutyRecord.GONE.toMillis()),
            Bytes.of(Reach.HOLDS.toMillis()),
            Bytes.of(RedisPresences.KEPT.toMillis()),
            Bytes.of(Reach.COMES.toMillis()))
        .mapEmpty();
  }
}
