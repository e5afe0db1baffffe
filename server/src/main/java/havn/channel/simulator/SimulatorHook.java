package havn.channel.simulator;

import havn.channel.Hook;
import havn.channel.Told;
import havn.channel.adapter.Reading;
import havn.kernel.id.TextId;
import havn.kernel.secret.Password;
import havn.seal.Hmac;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Reads what the phones of a demonstration send: JSON `{"texts":[{"id","from","text"}],
/// "reports":[{"key","delivery"}]}`, signed by HMAC-SHA256 over the body.
public final class SimulatorHook implements Hook {

  /// The header with the signature, in hexadecimal digits.
  public static final String SIGNATURE = "simulator-signature";

  private final Password secret;

  public SimulatorHook(Password secret) {
    this.secret = secret;
  }

  /// The signature of a body.
  public static String signature(Password secret, byte[] body) {
    byte[] key = secret.text().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Hmac.sha256(key, body));
  }

  @Override
  public Read read(Raw request) {
    String given = request.header(SIGNATURE).orElse("");
    if (!Reading.same(given, signature(secret, request.body()))) {
      return new Forged();
    }
    try {
      JsonObject all = Buffer.buffer(request.body()).toJsonObject();
      List<Told> told = new ArrayList<>();
      all.getJsonArray("texts").stream()
          .map(JsonObject.class::cast)
          .forEach(text -> add(told, text));
      all.getJsonArray("reports").stream()
          .map(JsonObject.class::cast)
          .map(SimulatorHook::report)
          .forEach(told::add);
      return new Heard(told);
    } catch (DecodeException
        | ClassCastException
        | NullPointerException
        | IllegalArgumentException e) {
      return new Malformed();
    }
  }

  private static void add(List<Told> told, JsonObject text) {
    Reading.number(text.getString("from"))
        .ifPresent(
            from ->
                told.add(
                    new Told.Text(
                        text.getString("id"), from, Reading.cut(text.getString("text")))));
  }

  private static Told report(JsonObject report) {
    return new Told.Report(
        new Told.ByKey(new TextId(report.getString("key"))),
        Told.Delivery.valueOf(report.getString("delivery").toUpperCase(Locale.ROOT)));
  }
}
