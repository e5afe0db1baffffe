package havn.load.socket;

import java.net.InetSocketAddress;
import java.util.Locale;

/// The opening handshake with the sample key of RFC 6455, section 1.3.
final class Handshake {

  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
  private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

  private Handshake() {}

  static String request(InetSocketAddress to, String path, String headers) {
    return "GET %s HTTP/1.1\r\nHost: %s:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            .formatted(path, to.getHostString(), to.getPort())
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: %s\r\n%s\r\n".formatted(KEY, headers);
  }

  static boolean accepted(String head) {
    return head.startsWith("HTTP/1.1 101 ")
        && head.contains(ACCEPT)
        && !head.toLowerCase(Locale.ROOT).contains("sec-websocket-extensions");
  }
}
