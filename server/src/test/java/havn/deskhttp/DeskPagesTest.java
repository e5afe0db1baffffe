package havn.deskhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.http.Answer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskPagesTest {

  private DeskForTests desk;

  @BeforeAll
  void open() throws Exception {
    desk = new DeskForTests();
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void theConsoleIsServedUnderAStrictPolicy() {
    Answer page = desk.ask().with("origin", "").get("/");
    assertEquals(200, page.status());
    assertEquals("text/html; charset=utf-8", page.header("content-type"));
    assertEquals("no-store", page.header("cache-control"));
    String policy = page.header("content-security-policy");
    for (String rule :
        new String[] {
          "default-src 'none'",
          "script-src 'self' 'wasm-unsafe-eval'; ",
          "worker-src blob:",
          "style-src 'self'",
          "connect-src 'self' ws://coordinator.localhost:8081 http://coordinator.localhost:8086"
              + " wss://vakt.example.org https://vakt.example.org:8086; ",
          "media-src 'self' blob:",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'"
        }) {
      assertTrue(policy.contains(rule), policy);
    }
    String permissions = page.header("permissions-policy");
    assertTrue(
        permissions.startsWith("camera=(), geolocation=(), microphone=(self),"), permissions);
    assertEquals("no-referrer", page.header("referrer-policy"));
    assertEquals("same-origin", page.header("cross-origin-opener-policy"));
    assertEquals("same-origin", page.header("cross-origin-resource-policy"));
    assertEquals("nosniff", page.header("x-content-type-options"));
    assertEquals("", page.header("access-control-allow-origin"));
  }

  @Test
  void anAssetOfThePageIsKeptForEver() {
    Matcher script =
        Pattern.compile("/assets/[A-Za-z0-9._-]+\\.js").matcher(desk.ask().get("/").body());
    assertTrue(script.find());
    Answer asset = desk.ask().get(script.group());
    assertEquals(200, asset.status());
    assertEquals("text/javascript; charset=utf-8", asset.header("content-type"));
    assertEquals("public, max-age=31536000, immutable", asset.header("cache-control"));
    assertEquals("same-origin", asset.header("cross-origin-resource-policy"));
  }

  @Test
  void noCookieIsSetBeforeSignIn() {
    assertEquals("", desk.ask().get("/").header("set-cookie"));
    assertEquals("", desk.ask().get("/.well-known/havn/trust").header("set-cookie"));
  }
}
