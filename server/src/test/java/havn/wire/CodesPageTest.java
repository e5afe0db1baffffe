package havn.wire;

import havn.wire.v1.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CodesPageTest {

  private static final Pattern VALUE = Pattern.compile("  ([A-Z_]+) = (\\d+);");

  @Test
  void theCodesPageSaysWhatTheEnumSays() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("src/main/proto/havn/v1/codes.proto"));
    StringBuilder page = new StringBuilder(HEAD);
    StringBuilder comment = new StringBuilder();
    for (String line : lines) {
      Matcher value = VALUE.matcher(line);
      if (line.strip().startsWith("//")) {
        comment.append(comment.isEmpty() ? "" : " ").append(line.strip().substring(2).strip());
      } else if (value.matches()) {
        int number = Code.valueOf(value.group(1)).getNumber();
        if (number > 0) {
          page.append("| %d | `%s` | %s |\n".formatted(number, value.group(1), comment));
        }
        comment.setLength(0);
      } else {
        comment.setLength(0);
      }
    }
    Published.sameAs("codes.md", page.toString());
  }

  private static final String HEAD =
      """
      # Codes

      Made from `server/src/main/proto/havn/v1/codes.proto`; a test fails when this page is stale, and
      `./mvnw -pl server -am test -Dtest='CodesPageTest,WireVectorsTest' -Dsurefire.failIfNoSpecifiedTests=false
      -Dhavn.regenerate=true` writes it anew.

      | range | what a client does |
      |---|---|
      | 3000–3499 | the connection is closed; come back with backoff and resume |
      | 3500–3999 | the connection is closed; do not come back by yourself |
      | 4000–4499 | one request is refused; the connection stays |

      | number | name | meaning |
      |---|---|---|
      """;
}
