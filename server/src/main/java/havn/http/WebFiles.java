package havn.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The built widget and console (`web/` on the class path), read once and kept in memory.
public final class WebFiles {

  private static final int MOST_FILES = 500;
  private static final int MOST_BYTES = 8 * 1024 * 1024;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "wasm", "application/wasm",
          "woff2", "font/woff2",
          "mp3", "audio/mpeg",
          "webp", "image/webp");

  private final Vertx vertx;
  private final Map<String, WebFile> read = new ConcurrentHashMap<>();

  public WebFiles(Vertx vertx) {
    this.vertx = vertx;
  }

  /// One file; `type` is its content type.
  public record WebFile(Buffer content, String type) {}

  /// A file beside the pages, such as `widget.html`.
  public Future<Optional<WebFile>> page(String name) {
    return find("web/", name);
  }

  /// A file with a hash in its name, which never changes.
  public Future<Optional<WebFile>> asset(String name) {
    return find("web/assets/", name);
  }

  private Future<Optional<WebFile>> find(String folder, String name) {
    WebFile known = read.get(folder + name);
    if (known != null) {
      return Future.succeededFuture(Optional.of(known));
    }
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !NAME.matcher(name).matches() || read.size() >= MOST_FILES) {
      return Future.succeededFuture(Optional.empty());
    }
    return vertx
        .executeBlocking(() -> load(folder + name, type))
        .map(loaded -> Objects.requireNonNull(loaded));
  }

  private Optional<WebFile> load(String path, String type) throws IOException {
    try (InputStream in = WebFiles.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        return Optional.empty();
      }
      WebFile file = new WebFile(Buffer.buffer(in.readNBytes(MOST_BYTES)), type);
      read.put(path, file);
      return Optional.of(file);
    }
  }
}
