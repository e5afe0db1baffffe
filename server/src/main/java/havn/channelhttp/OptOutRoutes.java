package havn.channelhttp;

import havn.correspondence.ProvidersList;
import havn.http.Answers;
import havn.http.Contract;
import havn.http.SessionGate;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/// Numbers that a provider stopped by itself.
record OptOutRoutes(ProvidersList list, TeamGate team) {

  void addTo(Contract.Routes routes) {
    team.on(routes, "importOptOuts", this::stop);
  }

  private void stop(RoutingContext context) {
    List<String> numbers =
        Contract.body(context).getJsonArray("numbers").stream().map(String.class::cast).toList();
    Answers.after(
        context,
        list.stop(SessionGate.of(context).staff(), TeamGate.service(context), numbers),
        outcome ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put("kept", outcome.kept())
                    .put("unread", new JsonArray(outcome.unread()))));
  }
}
