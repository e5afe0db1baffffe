package havn.deskhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.http.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The page of rounds and its worker: what they may, and that the console may not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldPagesTest {

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
  void thePageMayHaveAWorkerOfThisSiteAndReachesNothingElse() {
    Answer page = desk.ask().with("origin", "").get("/field/");
    assertEquals(200, page.status());
    assertEquals("text/html; charset=utf-8", page.header("content-type"));
    assertEquals("no-store", page.header("cache-control"));
    assertEquals(
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src"
            + " 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
            + " 'none'; require-trusted-types-for 'script'; trusted-types havn-field",
        page.header("content-security-policy"));
    assertEquals("DENY", page.header("x-frame-options"));
    assertEquals("", page.header("set-cookie"));
  }

  @Test
  void theWorkerReachesNoFartherThanItsFolderAndLoadsNothing() {
    Answer worker = desk.ask().get("/field/worker.js");
    assertEquals(200, worker.status());
    assertEquals("text/javascript; charset=utf-8", worker.header("content-type"));
    assertEquals("no-store", worker.header("cache-control"));
    assertEquals("", worker.header("service-worker-allowed"));
    assertEquals(
        "default-src 'none'; connect-src 'self'", worker.header("content-security-policy"));
    assertFalse(worker.body().contains("/api"), "the worker names an address of the desk");
  }

  @Test
  void theConsoleMayHaveNoWorkerOfThisSite() {
    String policy = desk.ask().get("/").header("content-security-policy");
    assertTrue(policy.contains("worker-src blob:;"), policy);
  }

  @Test
  void anAddressWithoutItsStrokeLeadsToThePage() {
    Answer moved = desk.ask().get("/field");
    assertEquals(308, moved.status());
    assertEquals("/field/", moved.header("location"));
    assertEquals(404, desk.ask().get("/field/other").status());
  }
}
