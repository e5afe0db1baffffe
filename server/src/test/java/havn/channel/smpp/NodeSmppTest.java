package havn.channel.smpp;

/// SMPP against the library `smpp` for Node.
class NodeSmppTest extends SmppContract {

  NodeSmppTest() {
    super(new NodePeer());
  }
}
