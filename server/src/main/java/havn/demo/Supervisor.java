package havn.demo;

import havn.channel.RoleKeys;
import havn.embedded.EmbeddedPostgres;
import havn.embedded.EmbeddedRedis;
import havn.embedded.StoreFailure;
import havn.kernel.secret.Password;
import havn.kernel.time.DemoClock;
import havn.kernel.time.SystemTime;
import havn.lifecycle.Leash;
import havn.lifecycle.Patience;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Starts the demonstration's processes in order, keeps them running, and says when all of it
/// answers.
final class Supervisor implements AutoCloseable {

  private static final Duration ALL = Duration.ofSeconds(120);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final DemoPlace place;
  private final PrintWriter out;
  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private final Password redisWord = Password.fresh();
  private final Password postgresWord = Password.fresh();
  private final long began = SystemTime.monotonicNanos();
  private volatile boolean stopping;

  Supervisor(DemoPlace place, PrintWriter out) {
    this.place = place;
    this.out = out;
  }

  /// Starts everything, announces it, and then blocks until it is told to stop. Fails with a
  /// sentence when a part does not start or does not answer in two minutes.
  void run() throws IOException {
    Folder.secret(place.file("redis.password"), redisWord.text());
    Folder.secret(place.file("postgres.password"), postgresWord.text());
    Folder.secret(place.file("channels.keys"), RoleKeys.fresh());
    Folder.secret(place.file("phone.secret"), Password.fresh().text());
    setClock();
    keep("redis", () -> EmbeddedRedis.start(place.home(), place.redisPort(), redisWord).process());
    keep(
        "postgres",
        () -> EmbeddedPostgres.start(place.home(), place.postgresPort(), postgresWord).process());
    Map<String, String> invites = seed();
    keep("server", () -> program("server", "-Xmx512m", "serve"));
    keep("channels", () -> Leash.start(channels()));
    keep("host", () -> program("host", "-Xmx64m", "demo-host"));
    try (Web web = new Web()) {
      awaitReady(web, "server", place.managementUrl());
      awaitReady(web, "channels", place.channelsManagementUrl());
      keep("signer", this::signer);
      Announcement all = Announcement.of(place, invites, awaitPages(web));
      all.write(place.file("demo.json"), pids());
      all.print(out, place.home().data());
      watch(web, all);
    }
  }

  /// Takes the announcement back and stops every process, the server before the stores.
  @Override
  public synchronized void close() {
    if (stopping) {
      return;
    }
    stopping = true;
    try {
      Files.deleteIfExists(place.file("demo.json"));
    } catch (IOException stays) {
      say("demo.json could not be removed");
    }
    Deque<Kept> order = new ArrayDeque<>();
    List<String> stores = List.of("redis", "postgres");
    kept.forEach(
        (name, child) -> {
          if (stores.contains(name)) {
            order.addLast(child);
          } else {
            order.addFirst(child);
          }
        });
    kept.forEach(
        (name, child) -> {
          if (!stores.contains(name)) {
            child.release();
          }
        });
    order.forEach(Kept::close);
  }

  private void setClock() throws IOException {
    if (place.at().isPresent()) {
      Instant from = place.at().get().atZone(SystemTime.OSLO).toInstant();
      DemoClock.set(place.clock(), from, SystemTime.wall());
    }
  }

  private void keep(String name, Kept.Start start) throws IOException {
    kept.put(name, Kept.start(name, start, this::say));
    say(name + " is up");
  }

  private Map<String, String> seed() throws IOException {
    Path answer = place.file("seed.json");
    Leash.Child child = child("seed", "-Xmx128m", "seed-demo").printingTo(answer);
    try (Leash seed = Leash.start(child)) {
      if (!seed.awaitEnd(ALL) || seed.exitCode() != 0) {
        throw new StoreFailure("the demo data could not be made; see " + place.file("seed.log"));
      }
      JsonObject invites = new JsonObject(Files.readString(answer)).getJsonObject("invites");
      leaveForSigner(invites.getJsonArray("signer", new JsonArray()));
      Map<String, String> tokens = new LinkedHashMap<>();
      for (String person : DemoPlace.PEOPLE) {
        tokens.put(person, invites.getString(person));
      }
      say("services, people and one-time links are made");
      return tokens;
    } catch (DecodeException malformed) {
      throw new StoreFailure("the demo data is not JSON; see " + answer);
    } finally {
      Files.deleteIfExists(answer);
    }
  }

  private void awaitReady(Web web, String name, String management) throws IOException {
    String ready = management + "/ready";
    if (!Patience.await(ALL, PAUSE, () -> web.page(ready).isPresent())) {
      throw new StoreFailure(
          "the " + name + " process is not ready; see " + place.file(name + ".log"));
    }
    say(name + " is ready");
  }

  /// Waits until every page answers and a roster is published; answers the pin.
  private String awaitPages(Web web) throws IOException {
    List<String> pages = new ArrayList<>(List.of(place.hostUrl() + "/"));
    pages.add(place.publicUrl() + "/chat/pro-mann");
    pages.add(place.publicUrl() + "/frame/pro-mann");
    pages.add(place.publicUrl() + "/api/v1/services/pro-mann");
    pages.add(place.deskPage());
    for (String page : pages) {
      if (!Patience.await(ALL, PAUSE, () -> web.page(page).isPresent())) {
        throw new StoreFailure(page + " does not answer; the logs are in " + place.home().data());
      }
    }
    if (!Patience.await(ALL, PAUSE, () -> web.pin(place.publicUrl()).isPresent())) {
      throw new StoreFailure("no roster was signed; see " + place.file("signer.log"));
    }
    say("every page answers");
    return web.pin(place.publicUrl()).orElseThrow();
  }

  /// Writes `demo.json` again whenever a process was replaced and everything answers again.
  private void watch(Web web, Announcement all) throws IOException {
    Map<String, Long> announced = pids();
    while (!stopping) {
      Map<String, Long> known = announced;
      Patience.await(Duration.ofMinutes(10), PAUSE, () -> stopping || !pids().equals(known));
      if (stopping || Thread.currentThread().isInterrupted()) {
        return;
      }
      if (!pids().equals(announced)
          && !pids().containsValue(0L)
          && web.page(place.managementUrl() + "/ready").isPresent()) {
        announced = pids();
        all.write(place.file("demo.json"), announced);
        say("everything answers again");
      }
    }
  }

  /// The signer's own one-time links, where it looks for them.
  private void leaveForSigner(JsonArray secrets) throws IOException {
    Files.createDirectories(place.file("signer"), Folder.PRIVATE);
    String lines = secrets.stream().map(secret -> secret + "\n").collect(Collectors.joining());
    Folder.secret(place.file("signer").resolve("invites"), lines);
  }

  private Leash signer() throws IOException {
    return program("signer", "-Xmx64m", "demo-signer", "--data=" + place.file("signer"));
  }

  private Map<String, Long> pids() {
    Map<String, Long> pids = new LinkedHashMap<>();
    for (String name : List.of("server", "channels", "redis", "postgres")) {
      Kept child = kept.get(name);
      pids.put(name, child == null ? 0 : child.pid());
    }
    return pids;
  }

  private Leash program(String name, String memory, String... command) throws IOException {
    return Leash.start(child(name, memory, command));
  }

  private Leash.Child channels() {
    return child("channels", place.channelsEnvironment(), "-Xmx128m", "serve");
  }

  private Leash.Child child(String name, String memory, String... command) {
    return child(name, place.environment(), memory, command);
  }

  /// A process of this same program.
  private Leash.Child child(
      String name, Map<String, String> told, String memory, String... command) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> line = new ArrayList<>(List.of(java, memory));
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), "havn.cli.Havn"));
    line.addAll(List.of(command));
    return new Leash.Child(line, told, place.file(name + ".log"));
  }

  private void say(String what) {
    long tenths = (SystemTime.monotonicNanos() - began) / 100_000_000;
    out.println("demo: " + what + " (" + tenths / 10 + "." + tenths % 10 + " s)");
    out.flush();
  }
}
