package havn.channelhttp;

import havn.correspondence.Silence;
import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.staff.Right;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/// Until when nothing is begun after a restore, and its end by a coordinator.
record SilenceRoutes(Silence silence, TeamGate team) {

  void addTo(Contract.Routes routes) {
    team.on(routes, "silence", this::until);
    team.on(routes, "endSilence", Right.END_SILENCE, this::end);
  }

  private void until(RoutingContext context) {
    Answers.after(
        context,
        silence.until(),
        until -> {
          JsonObject answer = new JsonObject();
          until.ifPresent(at -> answer.put("until", at.toString()));
          Answers.json(context, 200, answer);
        });
  }

  private void end(RoutingContext context) {
    JsonObject said = Contract.body(context);
    if (!said.getBoolean("nothingSent") || !said.getBoolean("stopsImported")) {
      Problem.of(
              422,
              "Only when nothing was sent after the backup, and the stops that the provider took"
                  + " are imported.")
          .answer(context);
      return;
    }
    Answers.after(
        context,
        silence.end(SessionGate.of(context).staff()),
        ended -> {
          if (ended) {
            Answers.empty(context);
          } else {
            Problem.of(409, "There is no silence: it is over, or somebody ended it.")
                .answer(context);
          }
        });
  }
}
