package havn.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.channel.Told;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptTest {

  @ParameterizedTest
  @CsvSource({
    "SAME, 01Af, 01Af",
    "HEX_ANSWERS, 0256, 256",
    "HEX_RECEIPTS, 0100, 256",
    "HEX_ANSWERS, not-a-number, not-a-number"
  })
  void anIdIsBroughtToWhatTheAnswerSaid(SmppChannel.Ids ids, String given, String named) {
    assertEquals(
        Optional.of(new Told.Report(new Told.ById(named), Told.Delivery.DELIVERED)),
        Receipt.read(words("id:" + given + " stat:DELIVRD err:000"), ids));
  }

  @Test
  void parametersGoBeforeWords() {
    DeliverSm receipt = words("id:1 stat:EXPIRED");
    receipt.setOptionalParameters(
        new OptionalParameter.Receipted_message_id("22"),
        new OptionalParameter.Message_state((byte) 2));
    assertEquals(
        Optional.of(new Told.Report(new Told.ById("22"), Told.Delivery.DELIVERED)),
        Receipt.read(receipt, SmppChannel.Ids.SAME));
  }

  @ParameterizedTest
  @CsvSource({
    "1, SENT",
    "2, DELIVERED",
    "3, FAILED",
    "4, FAILED",
    "5, FAILED",
    "6, SENT",
    "8, FAILED"
  })
  void everyStateHasItsMeaning(byte state, Told.Delivery delivery) {
    DeliverSm receipt = words("");
    receipt.setOptionalParameters(
        new OptionalParameter.Receipted_message_id("22"),
        new OptionalParameter.Message_state(state));
    assertEquals(
        Optional.of(new Told.Report(new Told.ById("22"), delivery)),
        Receipt.read(receipt, SmppChannel.Ids.SAME));
  }

  @Test
  void whatSaysNothingKnownIsNothing() {
    for (String words : new String[] {"", "id:1", "stat:DELIVRD", "id:1 stat:UNKNOWN", "id: "}) {
      assertEquals(Optional.empty(), Receipt.read(words(words), SmppChannel.Ids.SAME));
    }
  }

  private static DeliverSm words(String words) {
    DeliverSm receipt = new DeliverSm();
    receipt.setShortMessage(words.getBytes(StandardCharsets.ISO_8859_1));
    return receipt;
  }
}
