package havn.channel.twilio;

import havn.channel.Address;
import havn.channel.Hook;
import havn.channel.PhoneNumber;
import havn.channel.Told;
import havn.channel.UserId;
import havn.channel.adapter.Form;
import havn.channel.adapter.Reading;
import havn.kernel.secret.Password;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads what Twilio sends: texts of phones, reports, and who opted out or in.
public final class TwilioHook implements Hook {

  static final String PATH = "/hooks/twilio";
  static final String KEY = "key";

  /// Twilio's code for a text to somebody who opted out.
  private static final String UNSUBSCRIBED = "21610";

  private final Signature signature;
  private final URI hookUrl;

  /// @param hookUrl how Twilio reaches us, without a path
  public TwilioHook(Password token, URI hookUrl) {
    this.signature = new Signature(token);
    this.hookUrl = hookUrl;
  }

  @Override
  public Read read(Raw request) {
    boolean form =
        request.header("content-type").orElse("").toLowerCase(Locale.ROOT).startsWith(Form.TYPE);
    if (!form || !"POST".equals(request.method()) || request.body().length > LONGEST_BODY) {
      return new Forged();
    }
    Optional<Form> fields = Form.read(new String(request.body(), StandardCharsets.UTF_8));
    String given = request.header("x-twilio-signature").orElse("");
    if (fields.isEmpty() || !signature.fits(given, hookUrl, request.target(), fields.get())) {
      return new Forged();
    }
    return Form.query(request.target())
        .flatMap(query -> read(fields.get(), query))
        .orElse(new Malformed());
  }

  private static Optional<Read> read(Form form, Form query) {
    Optional<String> sid = form.field("MessageSid").or(() -> form.field("SmsSid"));
    return sid.map(
        id ->
            new Heard(
                form.field("MessageStatus").isPresent()
                    ? report(id, form, query)
                    : text(id, form)));
  }

  private static List<Told> report(String id, Form form, Form query) {
    List<Told> told = new ArrayList<>();
    Told.Which which =
        query
            .field(KEY)
            .flatMap(Reading::key)
            .<Told.Which>map(Told.ByKey::new)
            .orElseGet(() -> new Told.ById(Reading.name(id)));
    delivery(form.field("MessageStatus").orElse(""))
        .ifPresent(delivery -> told.add(new Told.Report(which, delivery)));
    if (form.field("ErrorCode").orElse("").equals(UNSUBSCRIBED)) {
      address(form.field("To")).ifPresent(who -> told.add(new Told.OptedOut(who)));
    }
    return told;
  }

  private static Optional<Told.Delivery> delivery(String status) {
    return switch (status) {
      case "sent" -> Optional.of(Told.Delivery.SENT);
      case "delivered", "read" -> Optional.of(Told.Delivery.DELIVERED);
      case "failed", "undelivered", "canceled" -> Optional.of(Told.Delivery.FAILED);
      default -> Optional.empty();
    };
  }

  private static List<Told> text(String id, Form form) {
    List<Told> told = new ArrayList<>();
    String body = form.field("Body").orElse("");
    address(form.field("From"))
        .ifPresent(
            from -> {
              told.add(new Told.Text(Reading.name(id), from, Reading.cut(body)));
              switch (form.field("OptOutType").orElse("")) {
                case "STOP" ->
                    told.add(
                        new Told.OptedOut(from, Optional.of(Reading.name(id)), Optional.empty()));
                case "START" ->
                    told.add(new Told.OptedIn(from, Reading.name(id), Optional.empty()));
                default -> {}
              }
            });
    return told;
  }

  /// Who it is: a number, or over WhatsApp whatever name Twilio gives who shows none.
  private static Optional<Address> address(Optional<String> written) {
    return written.flatMap(
        text -> {
          if (!text.startsWith(TwilioChannel.WHATSAPP)) {
            return Reading.number(text);
          }
          String rest = text.substring(TwilioChannel.WHATSAPP.length());
          Optional<Address> number = PhoneNumber.ofWhatsApp(rest).map(Address.class::cast);
          return number.or(() -> user(rest));
        });
  }

  private static Optional<Address> user(String text) {
    return text.matches("[A-Z]{2}\\.[A-Za-z0-9.]{1,125}")
        ? Optional.of(new UserId(text))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "TwilioHook[…]";
  }
}
