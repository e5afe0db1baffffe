package havn.channel.adapter;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A program in Node that a test asks in lines of JSON, with the libraries of the web part.
public final class NodeProgram implements AutoCloseable {

  private static final Path LIBRARIES = Path.of("..", "web-widget", "node_modules");
  private static final Path PROGRAMS = Path.of("src", "test", "resources", "havn", "channel");

  private static final JsonObject END = new JsonObject().put("saw", "end");

  private final Process process;
  private final Writer in;
  private final BufferedReader out;

  public NodeProgram(String name, String... arguments) {
    try {
      var command = new ProcessBuilder("node", PROGRAMS.resolve(name).toString());
      command.command().addAll(List.of(arguments));
      command.environment().put("NODE_PATH", LIBRARIES.toAbsolutePath().toString());
      process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
    in = process.outputWriter(StandardCharsets.UTF_8);
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /// Writes one line and reads the next one that the program writes.
  public JsonObject ask(JsonObject question) {
    synchronized (process) {
      tell(question);
      return next();
    }
  }

  public void tell(JsonObject line) {
    try {
      in.write(line.encode() + "\n");
      in.flush();
    } catch (IOException ended) {
      throw new UncheckedIOException(ended);
    }
  }

  public boolean running() {
    return process.isAlive();
  }

  /// The next line; one that says nothing when the program has ended.
  public JsonObject next() {
    try {
      String line = out.readLine();
      return line == null ? END : new JsonObject(line);
    } catch (IOException ended) {
      return END;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
