package havn.channel;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import havn.kernel.id.TextId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every adapter of a provider keeps to, whatever the provider does. A test of an adapter
/// extends it and brings the provider.
public abstract class ChannelContract {

  private static final PhoneNumber TO =
      ((PhoneNumber.Textable) PhoneNumber.read("+47 412 34 567")).number();

  /// The provider that stands behind [#channel()].
  public interface Provider {

    /// What arrived, the newest first.
    List<String> arrived();

    /// From now on it refuses everything for now.
    void refuse();

    /// From now on it takes texts and never says so.
    void fallMute();

    /// From now on it works again.
    void recover();

    /// From now on nobody listens there.
    void vanish();
  }

  protected abstract Channel channel();

  protected abstract Provider provider();

  /// What may stand in nothing that prints.
  protected List<String> secrets() {
    return List.of();
  }

  @Test
  void aTextArrivesOnceAndHasAnIdOfTheProvider() {
    Outgoing text = text("Noen venter.");
    assertInstanceOf(Handed.Accepted.class, get(channel().hand(text)));
    assertEquals(List.of("Noen venter."), provider().arrived());
  }

  @Test
  void aProviderThatKnowsKeysSendsATextOnceHoweverOftenItIsHandedOver() {
    if (can(Ability.KEYS)) {
      Outgoing text = text("Én gang.");
      Handed first = get(channel().hand(text));
      assertEquals(first, get(channel().hand(text)));
      assertEquals(List.of("Én gang."), provider().arrived());
    }
  }

  @Test
  void aProviderThatRefusesForNowIsNotTakenForOneThatHasTheText() {
    provider().refuse();
    Outgoing text = text("Senere.");
    Handed.Refused refused = assertInstanceOf(Handed.Refused.class, get(channel().hand(text)));
    assertFalse(refused.why().forGood());
    provider().recover();
    assertInstanceOf(Handed.Accepted.class, get(channel().hand(text)));
    assertEquals(List.of("Senere."), provider().arrived());
  }

  @Test
  void aProviderThatFallsMuteLeavesItUnknownUntilItIsAsked() {
    provider().fallMute();
    Outgoing text = text("Kanskje.");
    assertInstanceOf(Handed.Unknown.class, get(channel().hand(text)));
    provider().recover();
    if (can(Ability.ASKED)) {
      assertInstanceOf(Handed.Accepted.class, get(channel().ask(text.key())));
      assertInstanceOf(Handed.Unheard.class, get(channel().ask(TextId.fresh())));
    }
  }

  @Test
  void whereNobodyListensTheTextIsRefusedAndAnAnswerIsUnknown() {
    provider().vanish();
    assertEquals(
        new Handed.Refused(Handed.Why.UNREACHABLE), get(channel().hand(text("Ingen der."))));
    if (can(Ability.ASKED)) {
      assertInstanceOf(Handed.Unknown.class, get(channel().ask(TextId.fresh())));
    }
  }

  @Test
  void itSaysThatItTakesText() {
    Set<Ability> abilities = channel().abilities();
    assertTrue(abilities.contains(Ability.TEXT) || abilities.contains(Ability.TEMPLATES));
  }

  @Test
  void anAnswerArrivesAsItWasWritten() {
    Outgoing answer = new Outgoing(TextId.fresh(), TO, "Hei.\nVi er her til 22 :)", true);
    assertInstanceOf(Handed.Accepted.class, get(channel().hand(answer)));
    assertEquals(List.of("Hei.\nVi er her til 22 :)"), provider().arrived());
  }

  @Test
  void whoCannotBeAskedSaysThatNobodyKnows() {
    Outgoing text = text("Hei.");
    assertInstanceOf(Handed.Accepted.class, get(channel().hand(text)));
    if (!can(Ability.ASKED)) {
      assertInstanceOf(Handed.Unknown.class, get(channel().ask(text.key())));
    }
  }

  @Test
  void whoShowsNoNumberIsReachedByNameOrRefusedForGood() {
    Outgoing text =
        new Outgoing(TextId.fresh(), new UserId("NO.1234567890"), "Hei, du spurte.", true);
    switch (get(channel().hand(text))) {
      case Handed.Accepted accepted ->
          assertEquals(List.of("Hei, du spurte."), provider().arrived());
      case Handed.Refused refused -> assertTrue(refused.why().forGood());
      case Handed.Unknown unknown -> fail("nobody knows");
    }
  }

  @Test
  void nothingThatPrintsHoldsASecret() {
    String printed = channel() + " " + channel().abilities();
    secrets().forEach(secret -> assertFalse(printed.contains(secret)));
  }

  private boolean can(Ability ability) {
    return channel().abilities().contains(ability);
  }

  private static Outgoing text(String text) {
    return new Outgoing(TextId.fresh(), TO, text, false);
  }
}
