package havn.channel.whatsapp;

import havn.channel.Address;
import havn.channel.PhoneNumber;
import havn.channel.Told;
import havn.channel.UserId;
import havn.channel.adapter.Reading;
import havn.channel.adapter.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads one update of a WhatsApp business account: messages, statuses and preferences.
///
/// @param number the id of our number; what others are told is passed over
record Update(String number) {

  /// The person stopped what a business begins.
  private static final int STOPPED = 131050;

  List<Told> read(Tree update) {
    return update.at("entry").items().stream()
        .flatMap(entry -> entry.at("changes").items().stream())
        .map(change -> change.at("value"))
        .filter(value -> value.at("metadata", "phone_number_id").word().equals(ours()))
        .flatMap(
            value ->
                Stream.of(
                        value.at("messages").items().stream().flatMap(Update::message),
                        value.at("statuses").items().stream().flatMap(Update::status),
                        value.at("user_preferences").items().stream().flatMap(Update::preference))
                    .flatMap(told -> told))
        .toList();
  }

  private Optional<String> ours() {
    return Optional.of(number);
  }

  private static Stream<Told> message(Tree message) {
    Optional<Address> from = address(message.at("from"), message.at("from_user_id"));
    Optional<String> id = message.at("id").text();
    if (message.at("type").text().orElse("").equals("system")) {
      return from.stream().flatMap(who -> system(message, who));
    }
    if (isTakenBack(message)) {
      return Stream.empty();
    }
    return from
        .flatMap(
            who ->
                id.map(name -> new Told.Text(Reading.name(name), who, Reading.cut(said(message)))))
        .stream()
        .map(Told.class::cast);
  }

  /// A reaction that they take back says nothing.
  private static boolean isTakenBack(Tree message) {
    return message.at("type").text().orElse("").equals("reaction")
        && message.at("reaction", "emoji").text().orElse("").isEmpty();
  }

  /// What is to be read of it; nothing of a picture, a voice or a place.
  private static String said(Tree message) {
    return Stream.of(
            message.at("text", "body"),
            message.at("button", "text"),
            message.at("interactive", "button_reply", "title"),
            message.at("interactive", "list_reply", "title"),
            message.at("reaction", "emoji"),
            message.at("image", "caption"),
            message.at("video", "caption"),
            message.at("document", "caption"))
        .flatMap(place -> place.text().stream())
        .findFirst()
        .orElse("");
  }

  private static Stream<Told> system(Tree message, Address who) {
    Tree system = message.at("system");
    return switch (system.at("type").text().orElse("")) {
      case "user_changed_number", "customer_changed_number" ->
          Stream.of(new Told.NumberChanged(who));
      case "user_preference_changed" ->
          choice(system.at("marketing"), who, at(message.at("timestamp")));
      default -> Stream.empty();
    };
  }

  private static Stream<Told> preference(Tree preference) {
    return preference.at("category").text().orElse("").equals("marketing_messages")
        ? address(preference.at("wa_id"), preference.at("user_id")).stream()
            .flatMap(who -> choice(preference.at("value"), who, at(preference.at("timestamp"))))
        : Stream.empty();
  }

  /// Named after its moment and whoever chose, so that it is done once. Whoever resumes without a
  /// moment is not believed: it may be older than a stop.
  private static Stream<Told> choice(Tree value, Address who, Optional<Instant> at) {
    Optional<String> name =
        at.map(moment -> Reading.name(moment.getEpochSecond() + " " + who.written()));
    return switch (value.text().orElse("")) {
      case "stop" -> Stream.of(new Told.OptedOut(who, name, at));
      case "resume" -> name.stream().map(id -> new Told.OptedIn(who, id, at));
      default -> Stream.empty();
    };
  }

  private static Optional<Instant> at(Tree timestamp) {
    return timestamp.word().flatMap(Reading::moment);
  }

  private static Stream<Told> status(Tree status) {
    Optional<Told.Delivery> delivery =
        switch (status.at("status").text().orElse("")) {
          case "sent" -> Optional.of(Told.Delivery.SENT);
          case "delivered", "read", "played" -> Optional.of(Told.Delivery.DELIVERED);
          case "failed" -> Optional.of(Told.Delivery.FAILED);
          default -> Optional.empty();
        };
    Optional<Told.Which> which =
        status
            .at("biz_opaque_callback_data")
            .text()
            .flatMap(Reading::key)
            .<Told.Which>map(Told.ByKey::new)
            .or(() -> status.at("id").text().map(id -> new Told.ById(Reading.name(id))));
    boolean stopped =
        status.at("errors").items().stream().anyMatch(e -> e.at("code").number() == STOPPED);
    return Stream.concat(
        which.flatMap(text -> delivery.map(came -> new Told.Report(text, came))).stream(),
        stopped
            ? address(status.at("recipient_id"), status.at("recipient_user_id")).stream()
                .map(Told.OptedOut::new)
            : Stream.empty());
  }

  /// The number where it is shown and can have texts, else the user's id.
  private static Optional<Address> address(Tree number, Tree user) {
    Optional<Address> shown =
        number
            .word()
            .filter(digits -> digits.matches("\\+?[0-9]{5,15}"))
            .flatMap(
                digits -> PhoneNumber.ofWhatsApp(digits.startsWith("+") ? digits : "+" + digits));
    return shown.or(() -> user.text().filter(id -> id.matches("[!-~]{1,128}")).map(UserId::new));
  }
}
