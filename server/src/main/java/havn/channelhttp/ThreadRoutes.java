package havn.channelhttp;

import havn.correspondence.Standing;
import havn.correspondence.ThreadStore;
import havn.correspondence.Threads;
import havn.courtesy.Occasion;
import havn.courtesy.Permission;
import havn.http.Answers;
import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import havn.kernel.id.ThreadId;
import havn.outreach.Senders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/// Conversations on plain channels, as consoles see them. Nothing is opened here.
record ThreadRoutes(Threads threads, Senders senders, TeamGate team, InstantSource clock) {

  void addTo(Contract.Routes routes) {
    team.on(routes, "threads", this::all);
    team.on(routes, "thread", this::open);
    team.on(routes, "actOnThread", this::act);
  }

  private void all(RoutingContext context) {
    Answers.after(
        context,
        threads.all(TeamGate.service(context), hears(context)),
        all -> {
          JsonArray printed = new JsonArray();
          all.threads().forEach(each -> printed.add(printed(context, each)));
          Answers.json(
              context, 200, new JsonObject().put("threads", printed).put("more", all.more()));
        });
  }

  /// Who keeps what they hold by asking: their console rings for it, or shows it.
  private static Optional<StaffId> hears(RoutingContext context) {
    return context.queryParam("hears").contains("true")
        ? Optional.of(who(context))
        : Optional.empty();
  }

  private void open(RoutingContext context) {
    var service = TeamGate.service(context);
    Answers.after(
        context,
        threads.open(service, thread(context), who(context)),
        found ->
            found.ifPresentOrElse(
                opened -> {
                  JsonArray messages = new JsonArray();
                  opened.messages().forEach(message -> messages.add(printed(message)));
                  JsonObject printed =
                      new JsonObject()
                          .put("thread", printed(context, opened.thread()))
                          .put("messages", messages);
                  senders.link(service).ifPresent(link -> printed.put("link", link));
                  Answers.json(context, 200, printed);
                },
                () -> Problem.of(404, "There is no such conversation.").answer(context)));
  }

  private void act(RoutingContext context) {
    JsonObject body = Contract.body(context);
    String act = body.getString("act");
    var seen =
        new ThreadStore.Seen(
            body.getInteger("seen", 0),
            Optional.ofNullable(body.getString("unanswered")).map(TextId::new));
    var service = TeamGate.service(context);
    if (act.equals("never")) {
      Answers.after(
          context,
          threads.never(service, thread(context), who(context), seen),
          came -> answer(context, came));
      return;
    }
    Answers.after(
        context,
        threads.act(service, thread(context), who(context), act(act, seen)),
        done -> {
          if (done) {
            Answers.empty(context);
          } else {
            Problem.of(409, "Somebody else has it, or it is gone.").answer(context);
          }
        });
  }

  private static void answer(RoutingContext context, Threads.Never came) {
    switch (came) {
      case DONE -> Answers.empty(context);
      case GONE -> Problem.of(409, "There is no such conversation.").answer(context);
      case UNREAD -> CardRoutes.unread(context);
    }
  }

  private static ThreadStore.Act act(String printed, ThreadStore.Seen seen) {
    return switch (printed) {
      case "take" -> new ThreadStore.Take();
      case "give-back" -> new ThreadStore.GiveBack();
      case "done" -> new ThreadStore.Done(seen);
      default -> new ThreadStore.Delete(seen);
    };
  }

  private JsonObject printed(RoutingContext context, Threads.Listed listed) {
    ThreadStore.Shown thread = listed.thread();
    Instant now = clock.instant();
    JsonObject printed =
        new JsonObject()
            .put("thread", thread.id().hex())
            .put("at", thread.at().toString())
            .put("waits", thread.waits())
            .put("words", thread.words())
            .put(
                "mine",
                thread.holder().filter(holder -> holder.id().equals(who(context))).isPresent())
            .put("stopped", listed.standing().stopped().isPresent())
            .put("rings", listed.standing().rings(now))
            .put("answerable", answerable(listed.standing(), now));
    thread
        .waiting()
        .ifPresent(
            waiting -> {
              printed.put("since", waiting.since().toString());
              waiting.unanswered().ifPresent(text -> printed.put("unanswered", text.hex()));
            });
    thread.card().ifPresent(card -> printed.put("card", card.hex()));
    thread.language().ifPresent(language -> printed.put("language", language));
    thread.holder().ifPresent(holder -> printed.put("by", holder.name()));
    thread.lost().ifPresent(state -> printed.put("lost", state));
    return printed;
  }

  /// Judged at the hour when an answer would go out, which may be too late for whoever said stop.
  static JsonObject answerable(Standing standing, Instant now) {
    Permission permission = standing.permission(Occasion.ANSWER, now);
    if (standing.mayAnswer(permission.from(now))) {
      return Permissions.printed(permission);
    }
    return Permissions.never(standing.mayAnswer(now) ? "stop-day-over" : "stopped");
  }

  private static JsonObject printed(ThreadStore.Message message) {
    JsonObject printed =
        new JsonObject()
            .put("message", message.id().hex())
            .put("inward", message.inward())
            .put("at", message.at().toString())
            .put("state", message.state())
            .put("file", Base64.getUrlEncoder().withoutPadding().encodeToString(message.file()));
    message.by().ifPresent(by -> printed.put("by", by));
    message.occasion().ifPresent(occasion -> printed.put("occasion", occasion));
    message.due().ifPresent(due -> printed.put("due", due.toString()));
    return printed;
  }

  private static ThreadId thread(RoutingContext context) {
    return new ThreadId(Contract.text(context, "thread"));
  }

  private static StaffId who(RoutingContext context) {
    return SessionGate.of(context).staff();
  }
}
