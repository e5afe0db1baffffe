package havn.demo;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the demonstration tells the world once all of it answers: `demo.json` and some lines.
record Announcement(Map<String, String> pages) {

  /// `invites` by person, `pin` of the root set.
  static Announcement of(DemoPlace place, Map<String, String> invites, String pin) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("host", place.hostUrl() + "/");
    pages.put("widget", place.publicUrl() + "/chat/pro-mann#p=" + pin);
    for (String person : DemoPlace.PEOPLE) {
      pages.put(person, place.deskUrl(person) + "/#i=" + invites.get(person));
    }
    pages.put("phone", place.hostUrl() + "/phone");
    place.at().ifPresent(at -> pages.put("clock", place.hostUrl() + "/clock"));
    pages.put("management", place.managementUrl() + "/ready");
    return new Announcement(pages);
  }

  /// Puts `demo.json` in place in one step.
  void write(Path file, Map<String, Long> pids) throws IOException {
    JsonObject numbers = new JsonObject();
    pids.forEach(numbers::put);
    JsonObject addresses = new JsonObject();
    pages.forEach(addresses::put);
    String text = new JsonObject().put("pages", addresses).put("pids", numbers).encodePrettily();
    Path part = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), text + "\n");
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void print(PrintWriter out, Path folder) {
    out.println();
    out.println(
        "  Havn demo – nothing leaves this machine. Demo keys: trust them with nothing real.");
    out.println();
    out.println("  A website with the chat      " + pages.get("host"));
    out.println("  The chat on its own page     " + pages.get("widget"));
    out.println("  Console, coordinator         " + pages.get("coordinator"));
    out.println("  Console, social worker       " + pages.get("worker"));
    out.println("  Console, volunteer           " + pages.get("volunteer"));
    out.println("  The phones that texts go to  " + pages.get("phone"));
    out.println("  Health                       " + pages.get("management"));
    if (pages.containsKey("clock")) {
      out.println("  Its clock, and its speed     " + pages.get("clock"));
    }
    out.println();
    out.println(
        "  The console links sign in once. Logs are in " + folder + ". Ctrl-C stops it all.");
    out.flush();
  }
}
