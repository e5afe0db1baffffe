package havn.letters.postgres;

import havn.kernel.id.DeviceId;
import havn.kernel.id.FileId;
import havn.kernel.id.ServiceId;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// Values as the client writes and reads them.
final class Rows {

  private Rows() {}

  static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static Instant time(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  static byte[] bytes(Row row, String column) {
    return row.getBuffer(column).getBytes();
  }

  static Buffer[] devices(Collection<DeviceId> devices) {
    return devices.stream().map(id -> Buffer.buffer(id.bytes())).toArray(Buffer[]::new);
  }

  static Buffer[] files(List<FileId> files) {
    return files.stream().map(id -> Buffer.buffer(id.bytes())).toArray(Buffer[]::new);
  }

  static String[] services(Collection<ServiceId> services) {
    return services.stream().map(ServiceId::slug).toArray(String[]::new);
  }

  static List<DeviceId> devices(Row row) {
    return Stream.of(row.getArrayOfBuffers("devices"))
        .flatMap(id -> DeviceId.of(id.getBytes()).stream())
        .toList();
  }
}
