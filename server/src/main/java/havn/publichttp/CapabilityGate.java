package havn.publichttp;

import havn.http.ChatGate;
import havn.kernel.secret.Secret;
import havn.letters.ChatFiles;
import io.vertx.core.Future;
import java.util.Optional;

/// Lets in the visitor of a running chat, with the visit's capability in the header
/// `Havn-Capability`: headers are in no address, no history and no log.
final class CapabilityGate {

  static final String HEADER = "havn-capability";

  private CapabilityGate() {}

  static ChatGate of(ChatFiles files) {
    return new ChatGate(
        (context, chat) ->
            ChatGate.header(context, HEADER)
                .map(Secret::of)
                .map(capability -> files.ofVisitor(chat, capability))
                .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }
}
