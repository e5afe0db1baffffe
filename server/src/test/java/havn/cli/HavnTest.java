package havn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HavnTest {

  @TempDir Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aCommandThatDoesNotExistEndsWithTwoAndASuggestion() {
    assertEquals(2, havn("serv"));
    assertTrue(err.toString().contains("serve"), err.toString());
  }

  @Test
  void withoutACommandItSaysWhatThereIs() {
    assertEquals(2, havn());
    assertTrue(err.toString().contains("backup"));
    assertTrue(err.toString().contains("restore"));
  }

  @Test
  void helpIsThereForEveryCommand() {
    for (Object command : Havn.commands()) {
      String name = command.getClass().getAnnotation(picocli.CommandLine.Command.class).name();
      assertEquals(0, havn("help", name), name);
    }
  }

  @Test
  void wrongSettingsEndWithOneAndEverySentence() throws IOException {
    Path file = Files.writeString(dir.resolve("havn.yaml"), "port-base: high\nrols: desk\n");
    assertEquals(1, havn("config", "check", "--config", file.toString()));
    assertTrue(err.toString().contains("havn: port-base: `high` (havn.yaml) does not fit"));
    assertTrue(err.toString().contains("havn: rols: is not a setting; did you mean roles?"));
    assertFalse(err.toString().contains("\tat "), err.toString());
  }

  @Test
  void theExampleExplainsEverySetting() {
    assertEquals(0, havn("config", "doc"));
    assertTrue(out.toString().contains("Environment: HAVN_LIMITS_HEARTBEAT"));
  }

  @Test
  void aRoleThatDoesNotExistIsNamed() throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("havn.yaml"), "redis:\n  password: a\npostgres:\n  password: b\n");
    assertEquals(1, havn("serve", "--config", file.toString(), "--roles", "guest"));
    assertTrue(err.toString().contains("`guest` is none of visitor, desk, channels"));
  }

  private int havn(String... arguments) {
    return Havn.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
