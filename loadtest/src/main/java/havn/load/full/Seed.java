package havn.load.full;

import havn.load.subject.ServerProcess;
import havn.seal.json.Json;
import havn.seal.json.JsonFields;
import havn.seal.json.StrictJson;

/// The demo's services and first people, made by `havn seed-demo`.
final class Seed {

  private static final int TOKEN = 64;

  private Seed() {}

  /// Seeds empty stores; answers the token of the coordinator's one-time link.
  static String coordinatorsInvite(RunningServer.Plan plan, StoresUnderLoad stores) {
    var log = plan.home().resolve("seed.log");
    try (var seed = ServerProcess.start(plan.command("seed-demo"), plan.environment(stores), log)) {
      Json printed =
          StrictJson.parse(seed.all())
              .orElseThrow(() -> new IllegalStateException("no demo data was made: " + log));
      return JsonFields.of(JsonFields.of(printed).member("invites")).text("coordinator", TOKEN);
    }
  }
}
