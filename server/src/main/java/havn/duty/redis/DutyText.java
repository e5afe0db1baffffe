package havn.duty.redis;

import havn.duty.DutyRecord;
import havn.kernel.id.DeviceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// `until ms ⏎ beat ms ⏎ break ⏎ load ⏎ capacity`.
final class DutyText {

  private DutyText() {}

  static byte[] write(DutyRecord record) {
    return String.join(
            "\n",
            Long.toString(record.until().toEpochMilli()),
            Long.toString(record.beat().toEpochMilli()),
            record.onBreak() ? "1" : "0",
            Integer.toString(record.load()),
            Integer.toString(record.capacity()))
        .getBytes(StandardCharsets.US_ASCII);
  }

  static DutyRecord read(String device, byte[] text) {
    String[] lines = new String(text, StandardCharsets.US_ASCII).split("\n", -1);
    return new DutyRecord(
        new DeviceId(device),
        Instant.ofEpochMilli(Long.parseLong(lines[0])),
        Instant.ofEpochMilli(Long.parseLong(lines[1])),
        lines[2].equals("1"),
        Integer.parseInt(lines[3]),
        Integer.parseInt(lines[4]));
  }
}
