package havn.deskhttp;

import havn.field.FieldMonth;
import havn.field.FieldMonth.Spread;
import havn.field.Round;
import havn.field.RoundCode;
import havn.field.RoundPlace;
import havn.field.RoundRules;
import havn.field.Telling;
import havn.http.Answers;
import havn.http.Binary;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.RoundId;
import havn.kernel.id.ServiceId;
import havn.staff.Right;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Rounds outdoors and indoors: what phones tell of them, and what they come to in a month.
///
/// Telling one takes a sign-in and no device of the list: counts are not sealed, and a key would
/// have to be carried outdoors on the phone.
record FieldRoutes(DeskParts parts, SessionGate gate) {

  void addTo(Contract.Routes routes) {
    routes.on("tellRound", gate.anybody(), gate.may(Right.COUNT_ROUNDS), this::tell);
    routes.on("strikeRound", gate.anybody(), gate.may(Right.COUNT_ROUNDS), this::strike);
    routes.on("roundMonths", gate.anybody(), gate.may(Right.SEE_FIGURES), this::months);
  }

  private void tell(RoutingContext context) {
    JsonObject body = Contract.body(context);
    ServiceId service = new ServiceId(body.getString("service"));
    Optional<RoundId> id = Binary.read(Contract.text(context, "round")).flatMap(RoundId::of);
    Optional<LocalDate> day = day(body.getString("day"));
    if (!SessionGate.of(context).services().contains(service)) {
      problem(404, "You do not work for such a service.", "Choose a service of your own.")
          .answer(context);
    } else if (id.isEmpty()) {
      problem(400, "The round's id is not 16 bytes.", "Draw 16 random bytes, in base64url.")
          .answer(context);
    } else if (day.isEmpty()) {
      problem(422, "There is no such day.", "Choose the day on which the round began.")
          .answer(context);
    } else {
      Answers.after(
          context,
          parts.written().rounds().tell(round(id.get(), service, day.get(), body)),
          telling -> answer(context, telling));
    }
  }

  private void strike(RoutingContext context) {
    JsonObject body = Contract.body(context);
    ServiceId service = new ServiceId(body.getString("service"));
    Optional<RoundCode> code = RoundCode.read(body.getString("code"));
    if (code.isEmpty() || !SessionGate.of(context).services().contains(service)) {
      noSuchRound().answer(context);
      return;
    }
    Answers.after(
        context,
        parts.written().rounds().strike(SessionGate.of(context).staff(), service, code.get()),
        struck -> {
          if (struck) {
            Answers.empty(context);
          } else {
            noSuchRound().answer(context);
          }
        });
  }

  private static Problem noSuchRound() {
    return problem(
        404,
        "The service has no such round of the last %d days.".formatted(RoundRules.DAYS),
        "The code stands beside the round on the phone that counted it.");
  }

  private static Round round(RoundId id, ServiceId service, LocalDate day, JsonObject body) {
    return new Round(
        id,
        service,
        day,
        RoundPlace.parse(body.getString("place")).orElseThrow(),
        new Round.Counts(
            body.getInteger("people"), body.getInteger("first"), body.getInteger("places")),
        body.getBoolean("estimated"),
        body.getInteger("revision"));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException notInTheCalendar) {
      return Optional.empty();
    }
  }

  private static void answer(RoutingContext context, Telling telling) {
    switch (telling) {
      case Telling.Written(Round round) -> Answers.json(context, 200, printed(round));
      case Telling.Stands(Round kept) -> Answers.json(context, 200, printed(kept));
      case Telling.Refused(Telling.Reason why) -> problem(why).answer(context);
    }
  }

  private static Problem problem(Telling.Reason why) {
    return switch (why) {
      case MORE_FIRST_THAN_PEOPLE ->
          problem(
              422,
              "More people were met for the first time than were met.",
              "Raise `people` or lower `first`.");
      case PLACES_OUTDOORS ->
          problem(422, "Places are counted indoors only.", "Set `places` to 0, or `place` indoor.");
      case FUTURE ->
          problem(
              422,
              "The round's day has not come yet in Norway.",
              "Set the phone's date, or choose the day on which the round began.");
      case OVER ->
          problem(
              422,
              "The round's day is more than %d days ago.".formatted(RoundRules.DAYS),
              "Rounds are told and corrected for so long.");
      case DAY_FULL ->
          problem(
              409,
              "The service has %d rounds on that day.".formatted(RoundRules.MOST_A_DAY),
              "Look whether the day is right, or add the numbers to one of them.");
      case ANOTHER_SERVICE ->
          problem(
              404,
              "There is no such round of this service.",
              "Tell it for the service for which it was told first.");
      case STRUCK ->
          problem(410, "The round was struck.", "Count again under a new one if it was right.");
    };
  }

  private static Problem problem(int status, String title, String detail) {
    return new Problem(status, 0, title, detail);
  }

  private static JsonObject printed(Round round) {
    return new JsonObject()
        .put("service", round.service().slug())
        .put("day", round.day().toString())
        .put("place", round.place().printed())
        .put("people", round.counts().people())
        .put("first", round.counts().first())
        .put("places", round.counts().places())
        .put("estimated", round.estimated())
        .put("revision", round.revision());
  }

  private void months(RoutingContext context) {
    Answers.after(
        context,
        parts.written().rounds().months(SessionGate.of(context).services()),
        months ->
            Answers.json(
                context,
                200,
                new JsonObject()
                    .put("months", new JsonArray(months.stream().map(FieldRoutes::row).toList()))));
  }

  private static JsonObject row(FieldMonth month) {
    return new JsonObject()
        .put("service", month.service().slug())
        .put("month", month.month().toString())
        .put("running", month.running())
        .put("place", month.place().printed())
        .put("estimated", month.estimated())
        .put("rounds", orNull(month.rounds()))
        .put("people", orNull(month.people()))
        .put("first", orNull(month.first()))
        .put("places", orNull(month.places()))
        .put("mean", month.spread().map(Spread::mean).orElse(null))
        .put("least", month.spread().map(Spread::least).orElse(null))
        .put("most", month.spread().map(Spread::most).orElse(null));
  }

  private static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
