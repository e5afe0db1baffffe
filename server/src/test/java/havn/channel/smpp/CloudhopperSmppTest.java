package havn.channel.smpp;

/// SMPP against the library ch-smpp for Java.
class CloudhopperSmppTest extends SmppContract {

  CloudhopperSmppTest() throws Exception {
    super(new CloudhopperPeer());
  }
}
