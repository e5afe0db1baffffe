package havn.http;

import havn.staff.TrustStore;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/// The trust bundle that pages verify: the same on both ports.
public record TrustAnswers(TrustStore store) {

  /// Answers `{"roots":[…],"signer":…,"roster":…}`, null where there is none yet; and `renewal`
  /// while the roster stands by one.
  public void bundle(RoutingContext context) {
    Answers.after(
        context,
        store.newest(),
        newest -> {
          JsonArray roots = new JsonArray();
          newest.roots().forEach(root -> roots.add(new JsonObject(root)));
          JsonObject body =
              new JsonObject()
                  .put("roots", roots)
                  .put("signer", object(newest.signer().orElse(null)))
                  .put("roster", object(newest.roster().orElse(null)));
          newest.renewal().ifPresent(renewal -> body.put("renewal", new JsonObject(renewal)));
          Answers.json(context, 200, body);
        });
  }

  private static @Nullable JsonObject object(@Nullable String document) {
    return document == null ? null : new JsonObject(document);
  }
}
