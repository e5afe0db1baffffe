package havn.publichttp;

import havn.admission.Tickets;
import havn.http.Answers;
import havn.http.Problem;
import havn.kernel.secret.Secret;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// Lets in who brings a fresh ticket in the header `Havn-Ticket`, once.
record TicketGate(Tickets tickets) implements Handler<RoutingContext> {

  static final String HEADER = "havn-ticket";

  @Override
  public void handle(RoutingContext context) {
    Future<Boolean> good =
        Optional.ofNullable(context.request().getHeader(HEADER))
            .flatMap(Secret::parse)
            .map(tickets::redeem)
            .orElseGet(() -> Future.succeededFuture(false));
    Answers.after(
        context,
        good,
        in -> {
          if (in) {
            context.next();
          } else {
            Problem.of(401, "The ticket is used up, or none; ask for a new one.").answer(context);
          }
        });
  }
}
