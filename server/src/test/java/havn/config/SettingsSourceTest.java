package havn.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsSourceTest {

  private static final Map<String, String> PASSWORDS =
      Map.of("HAVN_REDIS_PASSWORD", "hidden-word-1", "HAVN_POSTGRES_PASSWORD", "hidden-word-2");

  @TempDir Path dir;

  @Test
  void passwordsAloneMakeAValidInstallationOnThisMachine() throws SettingsRefused {
    Settings settings = SettingsSource.read(Optional.empty(), PASSWORDS);
    assertEquals(8080, settings.listeners().publicPort());
    assertEquals(8082, settings.listeners().managementPort());
    assertEquals("127.0.0.1", settings.listeners().managementBind());
    assertEquals(List.of(URI.create("http://localhost:8081")), settings.addresses().deskOrigins());
    assertEquals(Set.of(ServingRole.values()), settings.roles());
    assertEquals(StoreKind.SERVERS, settings.stores().kind());
    assertFalse(settings.demo());
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException, SettingsRefused {
    Path file = file("limits:\n  line: 50\n  heartbeat: 20s\nport-base: 9000\n");
    Settings settings = SettingsSource.read(Optional.of(file), with("HAVN_LIMITS_LINE", "60"));
    assertEquals(60, settings.limits().line());
    assertEquals(Duration.ofSeconds(20), settings.limits().heartbeat());
    assertEquals(9000, settings.listeners().publicPort());
  }

  @Test
  void aListMayBeWrittenAsYamlOrWithCommas() throws IOException, SettingsRefused {
    var expected = List.of(URI.create("https://a.example"), URI.create("https://b.example:8443"));
    Path yaml = file("desk-origins:\n  - https://a.example\n  - https://b.example:8443/\n");
    assertEquals(
        expected, SettingsSource.read(Optional.of(yaml), PASSWORDS).addresses().deskOrigins());
    Path commas = file("desk-origins: https://a.example, https://b.example:8443\n");
    assertEquals(
        expected, SettingsSource.read(Optional.of(commas), PASSWORDS).addresses().deskOrigins());
  }

  @Test
  void everyProblemIsNamedAtOnceWithPathAndFix() throws IOException {
    Path file = file("port-base: high\nlimits:\n  lines: 3\n  heartbeat: soon\nroles: guest\n");
    List<String> problems = problems(Optional.of(file), with("HAVN_PORT_BAES", "1"));
    assertEquals(5, problems.size(), problems.toString());
    assertTrue(problems.contains("limits.lines: is not a setting; did you mean limits.line?"));
    assertTrue(problems.contains("HAVN_PORT_BAES: is not a setting; did you mean HAVN_PORT_BASE?"));
    assertTrue(
        problems.contains(
            "port-base: `high` (havn.yaml) does not fit; write a whole number from 1 to 65529"));
    assertTrue(problems.stream().anyMatch(p -> p.startsWith("limits.heartbeat: `soon`")));
    assertTrue(problems.stream().anyMatch(p -> p.startsWith("roles: `guest`")));
  }

  @Test
  void aMissingPasswordIsAProblemAndNeverADefault() {
    List<String> problems = problems(Optional.empty(), Map.of());
    assertEquals(2, problems.size());
    assertTrue(problems.getFirst().startsWith("redis.password-file: is missing; put the password"));
  }

  @Test
  void aPasswordIsReadFromItsFile() throws IOException, SettingsRefused {
    Path word = Files.writeString(dir.resolve("word"), "from-a-file\n");
    var environment = new HashMap<>(PASSWORDS);
    environment.remove("HAVN_REDIS_PASSWORD");
    environment.put("HAVN_REDIS_PASSWORD_FILE", word.toString());
    Settings settings = SettingsSource.read(Optional.empty(), environment);
    assertEquals("from-a-file", settings.stores().redis().password().text());
  }

  @Test
  void twoPasswordsForOneStoreAreRefused() throws IOException {
    Path word = Files.writeString(dir.resolve("word"), "from-a-file\n");
    List<String> problems =
        problems(Optional.empty(), with("HAVN_REDIS_PASSWORD_FILE", word.toString()));
    assertEquals(1, problems.size());
    assertTrue(problems.getFirst().contains("both it and redis.password are given"));
  }

  @Test
  void nothingThatIsPrintedHoldsAPassword() throws SettingsRefused {
    String all =
        SettingsSource.read(Optional.empty(), PASSWORDS)
            + SettingsPages.show(Optional.empty(), PASSWORDS)
            + problems(Optional.empty(), with("HAVN_REDIS_PASSWORD", "hidden-word".repeat(100)));
    assertFalse(all.contains("hidden-word"), all);
    assertTrue(all.contains("Password[…]"));
  }

  @ParameterizedTest
  @CsvSource({
    "HAVN_PUBLIC_URL, http://chat.example",
    "HAVN_DESK_URL, http://desk.example",
    "HAVN_DESK_ORIGINS, http://desk.example",
    "HAVN_PUBLIC_URL, https://chat.example/path",
    "HAVN_PUBLIC_URL, ftp://chat.example",
    "HAVN_REDIS_URI, redis://user:word@127.0.0.1:6379",
    "HAVN_REDIS_URI, http://127.0.0.1:6379",
    "HAVN_TRUST_PIN, short",
    "HAVN_LIMITS_LINE, 0",
    "HAVN_LIMITS_HEARTBEAT, 2h",
    "HAVN_PORT_BASE, 65530",
    "HAVN_DEMO, yes",
    "HAVN_BIND, a b"
  })
  void isRefused(String variable, String value) {
    assertEquals(1, problems(Optional.empty(), with(variable, value)).size());
  }

  @Test
  void aNameThatIsWrittenTwiceIsAProblemWithItsLine() throws IOException {
    Path file = file("limits:\n  line: 100\n  line: 200\n");
    String problem = problems(Optional.of(file), PASSWORDS).getFirst();
    assertTrue(problem.contains("holds a name twice, in line 3; keep one of them"), problem);
  }

  @Test
  void aFileThatIsNotYamlOrNotThereIsSaidSo() throws IOException {
    assertTrue(problems(Optional.of(file("a: [")), PASSWORDS).getFirst().contains("is not YAML"));
    assertTrue(
        problems(Optional.of(dir.resolve("nowhere.yaml")), PASSWORDS)
            .getFirst()
            .contains("cannot be read"));
  }

  @Test
  void theExampleThatDocPrintsIsValid() throws IOException, SettingsRefused {
    Settings settings = SettingsSource.read(Optional.of(file(SettingsPages.doc())), PASSWORDS);
    assertEquals(SettingsSource.read(Optional.empty(), PASSWORDS), settings);
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(dir.resolve("havn.yaml"), yaml);
  }

  private static Map<String, String> with(String variable, String value) {
    var environment = new HashMap<>(PASSWORDS);
    environment.put(variable, value);
    return environment;
  }

  private static List<String> problems(Optional<Path> file, Map<String, String> environment) {
    var refused = assertThrows(SettingsRefused.class, () -> SettingsSource.read(file, environment));
    return refused.problems().stream().map(Problem::toString).toList();
  }
}
