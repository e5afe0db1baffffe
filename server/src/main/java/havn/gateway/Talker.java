package havn.gateway;

/// Who speaks over a [Socket]. Called on the socket's event loop.
interface Talker {

  /// A whole binary frame of at most 16,384 bytes; the receiver may keep it.
  void frame(byte[] frame);

  /// The frame that asks for a sign of life.
  byte[] ping(int nonce);

  /// Every heartbeat while the connection stands.
  void beat();

  void closed();
}
