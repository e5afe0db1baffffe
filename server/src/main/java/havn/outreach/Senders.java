package havn.outreach;

import havn.courtesy.FirstText;
import havn.courtesy.Language;
import havn.kernel.id.ServiceId;
import havn.service.Service;
import havn.service.ServiceBook;
import java.net.URI;
import java.util.Optional;

/// Who a service is in a text: its shown name, and the address of its page of chats. Neither is
/// ever cut.
public final class Senders {

  private static final int LONGEST_NAME = 30;
  private static final int LONGEST_LINK = 60;

  private final ServiceBook services;
  private final String publicUrl;

  public Senders(ServiceBook services, URI publicUrl) {
    this.services = services;
    this.publicUrl = publicUrl.toString().replaceFirst("/+$", "");
  }

  /// Who writes, or what must be changed first.
  public sealed interface Answer {}

  public record Found(FirstText.Sender sender) implements Answer {}

  public record Missing(Setting setting) implements Answer {}

  /// What does not fit a text.
  public enum Setting {
    /// A name of the service has more than 30 characters.
    NAME,
    /// The public address and the service's id have more than 60 characters together, or others
    /// than ASCII.
    LINK,
    /// There is no such service.
    SERVICE
  }

  /// Who writes; empty when something must be changed first.
  public Optional<FirstText.Sender> find(ServiceId id, Language language) {
    return switch (of(id, language)) {
      case Found found -> Optional.of(found.sender());
      case Missing missing -> Optional.empty();
    };
  }

  /// In the language's name, or in Norwegian.
  public Answer of(ServiceId id, Language language) {
    Optional<Service> service = services.find(id);
    if (service.isEmpty()) {
      return new Missing(Setting.SERVICE);
    }
    String name = service.get().name(language.code());
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      return new Missing(Setting.NAME);
    }
    return address(id)
        .<Answer>map(link -> new Found(new FirstText.Sender(name, link)))
        .orElseGet(() -> new Missing(Setting.LINK));
  }

  /// The address of a service's page of chats, for a text; empty when it fits none, or there is no
  /// such service.
  public Optional<String> link(ServiceId id) {
    return services.find(id).flatMap(service -> address(id));
  }

  private Optional<String> address(ServiceId id) {
    String link = publicUrl + "/chat/" + id.slug();
    return link.length() <= LONGEST_LINK && link.chars().allMatch(c -> c > ' ' && c < 0x7f)
        ? Optional.of(link)
        : Optional.empty();
  }
}
