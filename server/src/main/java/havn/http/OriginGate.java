package havn.http;

import havn.login.ConsoleOrigin;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Lets a POST in only from a page of ours. Reading needs no Origin: browsers send none, and no
/// answer may be read elsewhere.
public final class OriginGate implements Handler<RoutingContext> {

  private static final String KEY = OriginGate.class.getName();

  private final Map<String, ConsoleOrigin> origins;

  public OriginGate(List<ConsoleOrigin> origins) {
    this.origins =
        origins.stream().collect(Collectors.toMap(ConsoleOrigin::text, Function.identity()));
  }

  @Override
  public void handle(RoutingContext context) {
    HttpMethod method = context.request().method();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      context.next();
      return;
    }
    Optional<ConsoleOrigin> origin =
        Optional.ofNullable(context.request().getHeader("origin")).map(origins::get);
    if (origin.isEmpty() || context.request().headers().getAll("origin").size() > 1) {
      Problem.of(403, "This page may not ask that.").answer(context);
      return;
    }
    context.put(KEY, origin.get());
    context.next();
  }

  /// The page's origin, behind the gate.
  public static ConsoleOrigin of(RoutingContext context) {
    return Objects.requireNonNull(context.<ConsoleOrigin>get(KEY));
  }
}
