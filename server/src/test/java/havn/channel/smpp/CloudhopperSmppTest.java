package havn.channel.smpp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import havn.channel.Handed;
import java.util.List;
import org.junit.jupiter.api.Test;

/// SMPP against the library ch-smpp for Java.
class CloudhopperSmppTest extends SmppContract {

  CloudhopperSmppTest() throws Exception {
    super(new CloudhopperPeer());
  }

  @Test
  void aLaterPartForWhichThereIsNoRoomIsTriedAgain() {
    ((CloudhopperPeer) peer).fillUp();
    String text = "Vi er her hver dag. ".repeat(20).strip();
    assertInstanceOf(Handed.Accepted.class, get(channel().hand(outgoing(text))));
    assertEquals(List.of(text), peer.arrived());
  }
}
