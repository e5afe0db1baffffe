package havn.channel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads what a provider sends to us over HTTP, once it is certain that the provider sent it.
/// Blocks on nothing and keeps nothing.
public interface Hook {

  /// Longest body that is read.
  int LONGEST_BODY = 64 * 1_024;

  /// A request as it came, before anything was made of it. Prints without its content.
  ///
  /// @param target path and query as they were sent
  /// @param headers names in lower case; one that came twice is not here
  /// @param body the raw bytes, at most 64 KiB
  record Raw(String method, String target, Map<String, String> headers, byte[] body) {

    public Raw {
      headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
      return "Raw[" + body.length + " bytes]";
    }
  }

  /// What it was.
  sealed interface Read {}

  /// The provider tells us something.
  ///
  /// @param told at most 100
  record Heard(List<Told> told) implements Read {

    public static final int MOST = 100;

    public Heard {
      told = List.copyOf(told);
      if (told.size() > MOST) {
        throw new IllegalArgumentException("one request tells at most 100 things");
      }
    }
  }

  /// The provider asks whether we are who it was told; answered as it is, as plain text.
  record Challenge(String answer) implements Read {}

  /// Not signed by the provider, or signed too long ago. Nothing in it is believed.
  record Forged() implements Read {}

  /// Signed, and not to be understood.
  record Malformed() implements Read {}

  Read read(Raw request);
}
