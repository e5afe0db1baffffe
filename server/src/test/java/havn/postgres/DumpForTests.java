package havn.postgres;

import static havn.Eventually.get;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;

/// Everything that a database holds, row by row: bytes as they are, all else as text.
public final class DumpForTests {

  private static final String TABLES =
      "SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog',"
          + " 'information_schema')";

  /// What every table begins with, before its name.
  private static final String HEAD = "\n-- table ";

  private DumpForTests() {}

  /// One character for each byte.
  public static String of(Pool pool) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Row table : get(pool.query(TABLES).execute())) {
      String name = table.getString("tablename");
      all.writeBytes((HEAD + name + "\n").getBytes(UTF_8));
      for (Row row : get(pool.query("SELECT * FROM " + name).execute())) {
        for (int i = 0; i < row.size(); i++) {
          add(all, row.getValue(i));
        }
        all.write('\n');
      }
    }
    return all.toString(ISO_8859_1);
  }

  /// Fails where a table has one of these words, as it is or in hexadecimal digits.
  public static void assertLacks(Pool pool, List<String> words) {
    String all = of(pool);
    for (String word : words) {
      byte[] bytes = word.getBytes(UTF_8);
      for (String trace : List.of(new String(bytes, ISO_8859_1), HexFormat.of().formatHex(bytes))) {
        int at = all.indexOf(trace);
        assertEquals(-1, at, () -> word + " stands in " + table(all, at));
      }
    }
  }

  private static String table(String all, int at) {
    int begins = all.lastIndexOf(HEAD, at) + HEAD.length();
    return all.substring(begins, all.indexOf('\n', begins));
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
