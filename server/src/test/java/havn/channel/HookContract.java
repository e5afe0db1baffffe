package havn.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import havn.kernel.id.TextId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What every reader of a provider's requests keeps to. A test of one extends it and brings
/// requests as the provider makes and signs them.
public abstract class HookContract {

  protected static final String FROM = "+4741234567";
  private static final PhoneNumber PHONE = ((PhoneNumber.Textable) PhoneNumber.read(FROM)).number();

  protected abstract Hook hook();

  /// A phone sent `text`.
  ///
  /// @param id by which the provider knows it, where it has one
  protected abstract Hook.Raw text(String id, String from, String text);

  /// A text of ours arrived, or will not.
  protected abstract Hook.Raw report(TextId key, boolean delivered);

  /// Requests like `genuine` that the provider did not make.
  protected abstract List<Hook.Raw> forged(Hook.Raw genuine);

  protected abstract List<String> secrets();

  @Test
  void aTextIsToldWithWhoSentIt() {
    Told.Text told = only(Told.Text.class, text("a1", FROM, "Kan jeg komme i kveld? 🙂 ÆØÅ & =?"));
    assertEquals(PHONE, told.from());
    assertEquals("Kan jeg komme i kveld? 🙂 ÆØÅ & =?", told.text());
  }

  @Test
  void theSameTextToldTwiceHasTheSameId() {
    Hook.Raw request = text("a1", FROM, "Hei");
    assertEquals(
        only(Told.Text.class, request).id(), only(Told.Text.class, text("a1", FROM, "Hei")).id());
    assertNotEquals(
        only(Told.Text.class, request).id(), only(Told.Text.class, text("b2", FROM, "Du")).id());
  }

  @Test
  void aReportMovesOnlyWhatItNames() {
    TextId key = TextId.fresh();
    assertEquals(
        new Told.Report(new Told.ByKey(key), Told.Delivery.DELIVERED),
        only(Told.Report.class, report(key, true)));
    assertEquals(
        new Told.Report(new Told.ByKey(key), Told.Delivery.FAILED),
        only(Told.Report.class, report(key, false)));
  }

  @Test
  void whatTheProviderDidNotMakeIsForged() {
    List<Hook.Raw> forged = forged(text("a1", FROM, "Hei"));
    assertFalse(forged.isEmpty());
    forged.forEach(request -> assertInstanceOf(Hook.Forged.class, hook().read(request)));
  }

  @Test
  void namesAndShortNumbersAreNobodyWhoCouldBeAnswered() {
    for (String sender : List.of("Posten", "1987", "113", "+4799", "")) {
      if (hook().read(text("a1", sender, "Tilbud!")) instanceof Hook.Heard heard) {
        assertEquals(List.of(), heard.told());
      }
    }
  }

  @Test
  void whoeverHasANumberIsHeardAlsoWhereNoTextMayGo() {
    for (String sender : List.of("+4722334455", "+4785012345", "+12025550123456")) {
      Hook.Read read = hook().read(text("a1", sender, "Stopp"));
      assertEquals(1, assertInstanceOf(Hook.Heard.class, read).told().size(), sender);
    }
  }

  @Test
  void aLongTextIsCutWithoutHalvingACharacter() {
    String told = only(Told.Text.class, text("a1", FROM, "x" + "🙂".repeat(1_500))).text();
    assertEquals("x" + "🙂".repeat(999), told);
  }

  @Test
  void bentRequestsAreReadWithoutAFault() {
    SplittableRandom chance = new SplittableRandom(27);
    Hook.Raw genuine = text("a1", FROM, "Hei");
    for (int i = 0; i < 2_000; i++) {
      byte[] body = genuine.body().clone();
      if (body.length > 0) {
        body[chance.nextInt(body.length)] = (byte) chance.nextInt(256);
      }
      String target = genuine.target() + "&%" + Integer.toHexString(chance.nextInt(4_096));
      hook().read(new Hook.Raw(genuine.method(), target, genuine.headers(), body));
    }
  }

  @Test
  void nothingThatPrintsHoldsASecretOrAPerson() {
    Hook.Raw request = text("a1", FROM, "Hemmelig tekst");
    String printed = hook() + " " + request + " " + hook().read(request);
    secrets().forEach(secret -> assertFalse(printed.contains(secret), printed));
    assertFalse(printed.contains("41234567"), printed);
    assertFalse(printed.contains("Hemmelig"), printed);
  }

  /// The one thing that a request told.
  protected <T extends Told> T only(Class<T> kind, Hook.Raw request) {
    Hook.Heard heard = assertInstanceOf(Hook.Heard.class, hook().read(request));
    assertEquals(1, heard.told().size());
    return assertInstanceOf(kind, heard.told().getFirst());
  }

  /// The same request with bent bodies, and with its signature bent, cut and left out.
  protected static List<Hook.Raw> bent(Hook.Raw genuine, String signature) {
    List<Hook.Raw> bent = new ArrayList<>();
    byte[] body = genuine.body();
    for (int i = 0; i < body.length; i += 7) {
      byte[] changed = body.clone();
      changed[i] ^= 1;
      bent.add(with(genuine, genuine.headers(), changed));
    }
    bent.add(with(genuine, genuine.headers(), Arrays.copyOf(body, body.length - 1)));
    bent.add(with(genuine, genuine.headers(), Arrays.copyOf(body, body.length + 1)));
    bent.add(with(genuine, genuine.headers(), new byte[0]));
    String given = genuine.header(signature).orElseThrow();
    for (String other : List.of("", "x", given.substring(1), given + "=", given.toUpperCase())) {
      Map<String, String> headers = new HashMap<>(genuine.headers());
      headers.put(signature, other);
      bent.add(with(genuine, headers, body));
    }
    Map<String, String> without = new HashMap<>(genuine.headers());
    without.remove(signature);
    bent.add(with(genuine, without, body));
    return bent;
  }

  protected static Hook.Raw with(Hook.Raw raw, Map<String, String> headers, byte[] body) {
    return new Hook.Raw(raw.method(), raw.target(), headers, body);
  }
}
