package havn.cli.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import havn.boot.Refusal;
import havn.seal.AgeIdentity;
import havn.seal.AgeRecipient;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads files of keys: one a line, with empty lines and lines that begin with `#`. A line is never
/// repeated in a sentence, for it may be a private key.
final class KeyFiles {

  static final int MAX_IDENTITIES = 64;

  private static final int MAX_LENGTH = 1024 * 1024;
  private static final String PRIVATE = "AGE-SECRET-KEY-";

  private final Source source;

  KeyFiles(Source source) {
    this.source = source;
  }

  List<AgeIdentity> identities(List<String> names) throws Refusal {
    List<AgeIdentity> all = new ArrayList<>();
    for (String name : names) {
      all.addAll(identities(name));
    }
    if (all.size() > MAX_IDENTITIES) {
      throw new Refusal("--identity: at most 64 keys are tried; name the files that are needed");
    }
    return all;
  }

  List<AgeIdentity> identities(@Nullable String name) throws Refusal {
    return read(name, AgeIdentity::parse, KeyFiles::notAnIdentity);
  }

  List<AgeRecipient> recipients(String name) throws Refusal {
    return read(name, AgeRecipient::parse, KeyFiles::notARecipient);
  }

  static AgeRecipient recipient(String text) throws Refusal {
    return AgeRecipient.parse(text)
        .orElseThrow(() -> new Refusal("--recipient: " + notARecipient(text)));
  }

  private <K> List<K> read(
      @Nullable String name, Function<String, Optional<K>> parse, Function<String, String> wrong)
      throws Refusal {
    List<K> keys = new ArrayList<>();
    int number = 0;
    for (String line : lines(name)) {
      number++;
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      String where = Source.called(name) + ", line " + number + ": ";
      keys.add(parse.apply(text).orElseThrow(() -> new Refusal(where + wrong.apply(text))));
    }
    if (keys.isEmpty()) {
      throw new Refusal(Source.called(name) + ": has no key in it; `havn seal keygen` makes one");
    }
    return keys;
  }

  private List<String> lines(@Nullable String name) throws Refusal {
    try (InputStream in = source.open(name)) {
      byte[] bytes = in.readNBytes(MAX_LENGTH + 1);
      if (bytes.length > MAX_LENGTH) {
        throw new Refusal(Source.called(name) + ": is longer than 1 MiB; this is no file of keys");
      }
      return new String(bytes, UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new Refusal(Source.called(name) + ": cannot be read; check who owns it");
    }
  }

  private static String notAnIdentity(String text) {
    if (text.startsWith("age-encryption.org/") || text.startsWith("-----BEGIN")) {
      return "the keys are sealed themselves, or of another program; open the file first";
    }
    if (text.startsWith("age1")) {
      return "this is a recipient; opening takes the private key, " + PRIVATE + "PQ-1…";
    }
    return "not a private key; write "
        + PRIVATE
        + "PQ-1… or "
        + PRIVATE
        + "1… whole, in capital letters";
  }

  private static String notARecipient(String text) {
    if (text.startsWith(PRIVATE)) {
      return "this is a private key; `havn seal keygen -y` turns its file into the recipient";
    }
    return "not a recipient; write age1pq1… or age1… whole, in small letters";
  }
}
