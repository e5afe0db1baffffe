package havn.duty.redis;

import havn.duty.Abilities;
import havn.duty.DutyRecord;
import havn.duty.Reach;
import havn.duty.SaltedName;
import havn.kernel.id.DeviceId;
import havn.kernel.id.StaffId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// `until ms ⏎ beat ms ⏎ break ⏎ load ⏎ capacity ⏎ keeps open ⏎ salt hex ⏎ name ⏎ languages ⏎ lanes
/// ⏎ traits ⏎ takes ⏎ staff hex ⏎ called ms`; salt, name and what follows may be empty, and
/// languages, lanes and traits have commas between. Who is written without those speaks no
/// language, takes chats, and is reached by no text.
final class DutyText {

  private DutyText() {}

  static byte[] write(DutyRecord record) {
    return String.join(
            "\n",
            Long.toString(record.until().toEpochMilli()),
            Long.toString(record.beat().toEpochMilli()),
            record.onBreak() ? "1" : "0",
            Integer.toString(record.load()),
            Integer.toString(record.capacity()),
            record.keepsOpen() ? "1" : "0",
            record.name().map(SaltedName::saltHex).orElse(""),
            record.name().map(SaltedName::name).orElse(""),
            String.join(",", record.abilities().languages()),
            String.join(",", record.abilities().lanes()),
            String.join(",", record.abilities().traits()),
            record.takes() ? "1" : "0",
            record.reach().map(reach -> reach.who().hex()).orElse(""),
            record.reach().flatMap(Reach::called).map(DutyText::millis).orElse(""))
        .getBytes(StandardCharsets.UTF_8);
  }

  static DutyRecord read(String device, byte[] text) {
    String[] lines = new String(text, StandardCharsets.UTF_8).split("\n", -1);
    return new DutyRecord(
        new DeviceId(device),
        Instant.ofEpochMilli(Long.parseLong(lines[0])),
        Instant.ofEpochMilli(Long.parseLong(lines[1])),
        lines[2].equals("1"),
        Integer.parseInt(lines[3]),
        Integer.parseInt(lines[4]),
        lines[5].equals("1"),
        lines.length < 12 || lines[11].equals("1"),
        lines.length < 14 || lines[12].isEmpty() ? Optional.empty() : Optional.of(reach(lines)),
        lines[6].isEmpty() ? Optional.empty() : Optional.of(new SaltedName(lines[7], lines[6])),
        lines.length < 11
            ? Abilities.UNKNOWN
            : new Abilities(set(lines[8]), set(lines[9]), set(lines[10])));
  }

  private static Reach reach(String[] lines) {
    return new Reach(
        new StaffId(lines[12]),
        lines[13].isEmpty()
            ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(Long.parseLong(lines[13]))));
  }

  private static String millis(Instant at) {
    return Long.toString(at.toEpochMilli());
  }

  private static Set<String> set(String list) {
    return list.isEmpty() ? Set.of() : Set.of(list.split(","));
  }
}
