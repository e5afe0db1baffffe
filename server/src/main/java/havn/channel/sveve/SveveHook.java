package havn.channel.sveve;

import havn.channel.Hook;
import havn.channel.PhoneNumber;
import havn.channel.Told;
import havn.channel.adapter.Form;
import havn.channel.adapter.Reading;
import havn.kernel.id.TextId;
import havn.kernel.secret.Password;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads what Sveve sends: delivery reports and texts of phones, as a query or as a form.
public final class SveveHook implements Hook {

  /// Shortest secret that an address may be protected by.
  public static final int SHORTEST_SECRET = 32;

  private final Password secret;

  /// @param secret the last part of the path that Sveve was given, at least 32 characters
  public SveveHook(Password secret) {
    if (secret.text().length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException("a hook's secret has at least 32 characters");
    }
    this.secret = secret;
  }

  @Override
  public Read read(Raw request) {
    String path = request.target().replaceFirst("\\?.*$", "");
    if (!Reading.same(path.substring(path.lastIndexOf('/') + 1), secret.text())) {
      return new Forged();
    }
    return Form.query(request.target())
        .flatMap(query -> body(request).flatMap(query::and))
        .<Read>flatMap(SveveHook::read)
        .orElse(new Malformed());
  }

  private static Optional<Form> body(Raw request) {
    if (request.body().length == 0) {
      return Form.read("");
    }
    boolean form =
        request.header("content-type").orElse("").toLowerCase(Locale.ROOT).startsWith(Form.TYPE);
    return form && request.body().length <= LONGEST_BODY
        ? Form.read(new String(request.body(), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static Optional<Read> read(Form form) {
    return form.field("status").isPresent() ? report(form) : text(form);
  }

  private static Optional<Read> report(Form form) {
    Optional<TextId> key = form.field("ref").flatMap(Reading::key);
    Optional<Told.Which> which =
        key.<Told.Which>map(Told.ByKey::new)
            .or(() -> form.field("id").map(id -> new Told.ById(Reading.name(id))));
    Optional<Told.Delivery> delivery =
        form.field("status")
            .flatMap(
                status ->
                    switch (status) {
                      case "true" -> Optional.of(Told.Delivery.DELIVERED);
                      case "false" -> Optional.of(Told.Delivery.FAILED);
                      default -> Optional.empty();
                    });
    return which.flatMap(
        text -> delivery.map(came -> new Heard(List.of(new Told.Report(text, came)))));
  }

  private static Optional<Read> text(Form form) {
    Optional<String> from = form.field("number");
    String text = form.field("msg").orElse("");
    return from.map(
        number ->
            new Heard(
                Reading.number(number)
                    .map(phone -> List.<Told>of(text(form, number, phone, text)))
                    .orElse(List.of())));
  }

  private static Told text(Form form, String number, PhoneNumber phone, String text) {
    return Reading.unnamed(
        phone,
        text,
        number,
        form.field("id").orElse(""),
        form.field("shortnumber").orElse(""),
        form.field("prefix").orElse(""));
  }

  @Override
  public String toString() {
    return "SveveHook[…]";
  }
}
