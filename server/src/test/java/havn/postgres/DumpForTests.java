package havn.postgres;

import static havn.Eventually.get;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.io.ByteArrayOutputStream;

/// Everything that a database holds, row by row: bytes as they are, all else as text.
public final class DumpForTests {

  private static final String TABLES =
      "SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog',"
          + " 'information_schema')";

  private DumpForTests() {}

  /// One character for each byte.
  public static String of(Pool pool) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Row table : get(pool.query(TABLES).execute())) {
      String name = table.getString("tablename");
      for (Row row : get(pool.query("SELECT * FROM " + name).execute())) {
        for (int i = 0; i < row.size(); i++) {
          add(all, row.getValue(i));
        }
        all.write('\n');
      }
    }
    return all.toString(ISO_8859_1);
  }

  private static void add(ByteArrayOutputStream all, Object value) {
    if (value instanceof Object[] many) {
      for (Object one : many) {
        add(all, one);
      }
    } else {
      byte[] bytes =
          value instanceof Buffer buffer
              ? buffer.getBytes()
              : String.valueOf(value).getBytes(UTF_8);
      all.writeBytes(bytes);
      all.write('\t');
    }
  }
}
