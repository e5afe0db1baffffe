package havn.publichttp;

import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.TrustAnswers;
import havn.http.WebAnswers;
import havn.staff.TrustStore;
import io.vertx.ext.web.RoutingContext;

/// The signed documents that visitors verify.
record TrustRoutes(TrustStore trust) {

  void addTo(Contract.Routes routes) {
    routes.on("trust", new TrustAnswers(trust)::bundle);
    routes.on("roster", this::roster);
  }

  private void roster(RoutingContext context) {
    long version = Contract.number(context, "version");
    Answers.after(
        context,
        trust.roster(version),
        found ->
            found.ifPresentOrElse(
                document ->
                    context
                        .response()
                        .putHeader("content-type", "application/json")
                        .putHeader("cache-control", WebAnswers.FOR_EVER)
                        .end(document),
                () -> Problem.of(404, "There is no such roster.").answer(context)));
  }
}
