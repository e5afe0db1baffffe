package havn.deskhttp;

import havn.http.Answers;
import havn.http.Problem;
import havn.http.Throttle;
import havn.kernel.secret.Secret;
import havn.shift.CalendarFeed;
import havn.shift.Filled;
import havn.shift.Shifts;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A person's shifts for a calendar program, which cannot sign in: the address is the secret.
record ShiftFeed(Shifts shifts, Throttle throttle, InstantSource clock) {

  static final String PATH = "/shifts/";

  void addTo(Router router) {
    router
        .getWithRegex("/shifts/(?<secret>[A-Za-z0-9_-]{43})\\.ics")
        .handler(throttle)
        .handler(this::answer);
  }

  private void answer(RoutingContext context) {
    Future<Optional<List<Filled>>> found =
        Optional.ofNullable(context.pathParam("secret"))
            .flatMap(Secret::parse)
            .map(shifts::feed)
            .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    Answers.after(
        context,
        found,
        held -> {
          if (held.isEmpty()) {
            Problem.of(404, "There is nothing here.").answer(context);
            return;
          }
          context
              .response()
              .putHeader("content-type", "text/calendar; charset=utf-8")
              .putHeader("cache-control", "no-store")
              .end(CalendarFeed.print(held.get(), clock.instant()));
        });
  }
}
