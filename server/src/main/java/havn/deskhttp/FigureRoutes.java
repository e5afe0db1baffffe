package havn.deskhttp;

import havn.figures.MonthFigures;
import havn.http.Answers;
import havn.http.Contract;
import havn.http.SessionGate;
import havn.staff.Right;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What was counted at one's own services.
record FigureRoutes(DeskParts parts, SessionGate gate) {

  void addTo(Contract.Routes routes) {
    routes.on("figures", gate.anybody(), gate.may(Right.SEE_FIGURES), this::figures);
  }

  private void figures(RoutingContext context) {
    Answers.after(
        context,
        parts.written().figures().of(SessionGate.of(context).services()),
        months ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put(
                        "months",
                        new JsonArray(months.stream().map(FigureRoutes::printed).toList()))));
  }

  private static JsonObject printed(MonthFigures month) {
    return new JsonObject()
        .put("service", month.service().slug())
        .put("month", month.month().toString())
        .put("running", month.running())
        .put("chats", orNull(month.chats()))
        .put("under5", month.waits().map(MonthFigures.Waits::under5).orElse(null))
        .put("from5to15", month.waits().map(MonthFigures.Waits::from5to15).orElse(null))
        .put("over15", month.waits().map(MonthFigures.Waits::over15).orElse(null))
        .put("unanswered", orNull(month.unanswered()))
        .put("letters", orNull(month.letters()))
        .put("textsBegun", orNull(month.outreach().begun()))
        .put("textsAnswered", orNull(month.outreach().answered()))
        .put("calls", orNull(month.outreach().calls()))
        .put("wroteBack", orNull(month.outreach().wroteBack()))
        .put("stopped", orNull(month.outreach().stopped()));
  }

  private static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
