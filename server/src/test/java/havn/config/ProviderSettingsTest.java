package havn.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.ServiceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a provider of texts needs is asked for at once, and only of who is used.
class ProviderSettingsTest {

  @TempDir Path dir;

  @Test
  void everythingThatAChosenProviderLacksIsNamed() {
    assertEquals(
        List.of(
            "channels.key-file",
            "channels.sveve-user",
            "channels.sveve-password-file",
            "channels.sveve-hook-secret-file",
            "channels.hook-url"),
        paths(Map.of("PROVIDER", "sveve")));
    assertEquals(
        List.of(
            "channels.key-file",
            "channels.twilio-account",
            "channels.twilio-token-file",
            "channels.twilio-sender",
            "channels.twilio-template",
            "channels.hook-url"),
        paths(Map.of("PROVIDER", "twilio", "TWILIO_WHATSAPP", "true")));
    assertEquals(
        List.of(
            "channels.key-file",
            "channels.whatsapp-number",
            "channels.whatsapp-token-file",
            "channels.whatsapp-app-secret-file",
            "channels.whatsapp-verify-token-file",
            "channels.whatsapp-template",
            "channels.hook-url"),
        paths(Map.of("PROVIDER", "whatsapp-cloud")));
    assertEquals(
        List.of(
            "channels.key-file",
            "channels.smpp-host",
            "channels.smpp-system-id",
            "channels.smpp-password-file",
            "channels.smpp-sender"),
        paths(Map.of("PROVIDER", "smpp")));
  }

  @Test
  void whatSmppHasNoRoomForIsRefusedBeforeItIsTried() throws IOException {
    Path word = Files.writeString(dir.resolve("word"), "123456789");
    assertEquals(
        List.of("channels.smpp-system-id", "channels.smpp-password-file"),
        paths(
            Map.of(
                "PROVIDER", "smpp",
                "KEY_FILE", "keys",
                "SMPP_HOST", "smpp.example",
                "SMPP_SENDER", "4759440000",
                "SMPP_SYSTEM_ID", "x".repeat(16),
                "SMPP_PASSWORD_FILE", word.toString())));
  }

  @Test
  void aNameThatNobodyCanAnswerIsNoSender() throws SettingsRefused, IOException {
    assertEquals(
        List.of("channels.sveve-sender"), paths(sveve(Map.of("SVEVE_SENDER", "Samtalen"))));
    read(sveve(Map.of("SVEVE_SENDER", "+4759440000")));
    Path word = Files.writeString(dir.resolve("word"), "12345678");
    assertEquals(
        List.of("channels.smpp-sender"),
        paths(
            Map.of(
                "PROVIDER", "smpp",
                "KEY_FILE", "keys",
                "SMPP_HOST", "smpp.example",
                "SMPP_SENDER", "Samtalen",
                "SMPP_SYSTEM_ID", "x",
                "SMPP_PASSWORD_FILE", word.toString())));
  }

  @Test
  void aServiceMayHaveAProviderOfItsOwn() throws SettingsRefused, IOException {
    Settings settings = read(sveve(Map.of("SERVICES", "nadheim=none")));
    assertEquals(
        Map.of(new ServiceId("nadheim"), ProviderKind.NONE), settings.channels().services());
    assertTrue(
        paths(sveve(Map.of("SERVICES", "nadheim=twilio"))).contains("channels.twilio-account"));
    for (String malformed : List.of("nadheim", "nadheim=post", "Nadheim=none", "a=none,a=none")) {
      assertEquals(
          List.of("channels.services"), paths(sveve(Map.of("SERVICES", malformed))), malformed);
    }
  }

  @Test
  void aServiceHasNoProviderWhereNobodyElseHasOne() {
    assertTrue(paths(Map.of("SERVICES", "nadheim=sveve")).contains("channels.services"));
  }

  @Test
  void aSecretInAPathIsLongAndStandsInAnAddress() throws IOException {
    Path shortOne = Files.writeString(dir.resolve("short"), "x".repeat(31));
    Path odd = Files.writeString(dir.resolve("odd"), "/".repeat(40));
    for (Path file : List.of(shortOne, odd)) {
      assertEquals(
          List.of("channels.sveve-hook-secret-file"),
          paths(sveve(Map.of("SVEVE_HOOK_SECRET_FILE", file.toString()))));
    }
  }

  @Test
  void providersAreReachedAndReachUsOverTls() throws IOException {
    assertEquals(
        List.of("channels.sveve-url"), paths(sveve(Map.of("SVEVE_URL", "http://sveve.example"))));
    assertEquals(
        List.of("channels.hook-url"), paths(sveve(Map.of("HOOK_URL", "http://texts.example"))));
  }

  @Test
  void noSecretOfAProviderPrints() throws SettingsRefused, IOException {
    String printed = read(sveve(Map.of())).toString();
    assertFalse(printed.contains("hidden"), printed);
  }

  private Map<String, String> sveve(Map<String, String> more) throws IOException {
    Path secret = Files.writeString(dir.resolve("hook"), "hidden-".repeat(6));
    Map<String, String> settings = new HashMap<>();
    settings.put("PROVIDER", "sveve");
    settings.put("KEY_FILE", "keys");
    settings.put("HOOK_URL", "https://texts.example");
    settings.put("SVEVE_USER", "helpline");
    settings.put("SVEVE_PASSWORD_FILE", secret.toString());
    settings.put("SVEVE_HOOK_SECRET_FILE", secret.toString());
    settings.putAll(more);
    return settings;
  }

  private static List<String> paths(Map<String, String> channels) {
    return assertThrows(SettingsRefused.class, () -> read(channels)).problems().stream()
        .map(Problem::path)
        .toList();
  }

  private static Settings read(Map<String, String> channels) throws SettingsRefused {
    Map<String, String> environment = new HashMap<>();
    environment.put("HAVN_REDIS_PASSWORD", "w1");
    environment.put("HAVN_POSTGRES_PASSWORD", "w2");
    channels.forEach((name, value) -> environment.put("HAVN_CHANNELS_" + name, value));
    return SettingsSource.read(Optional.empty(), environment);
  }
}
