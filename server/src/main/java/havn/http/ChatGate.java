package havn.http;

import havn.conversation.Conversation;
import havn.kernel.id.ConversationId;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;

/// Lets in who is in a running chat, which the header `Havn-Chat` names. Everybody else gets the
/// same 404, so that nobody learns which chats there are.
public final class ChatGate implements Handler<RoutingContext> {

  public static final String CHAT = "havn-chat";
  private static final String KEY = ChatGate.class.getName();

  /// Answers the chat when whoever asks proves to be in it.
  public interface Proof {
    Future<Optional<Conversation>> check(RoutingContext context, ConversationId chat);
  }

  private final Proof proof;

  public ChatGate(Proof proof) {
    this.proof = proof;
  }

  /// The chat, behind the gate.
  static Conversation of(RoutingContext context) {
    return Objects.requireNonNull(context.<Conversation>get(KEY));
  }

  static void nothing(RoutingContext context) {
    Problem.of(404, "There is no such running chat that this request proves to be in.")
        .answer(context);
  }

  @Override
  public void handle(RoutingContext context) {
    Future<Optional<Conversation>> found =
        header(context, CHAT)
            .flatMap(ConversationId::of)
            .map(chat -> proof.check(context, chat))
            .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    Answers.after(
        context,
        found,
        chat -> {
          if (chat.isPresent()) {
            context.put(KEY, chat.get());
            context.next();
          } else {
            nothing(context);
          }
        });
  }

  /// The bytes of a header in base64url.
  public static Optional<byte[]> header(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getHeader(name)).flatMap(Binary::read);
  }
}
