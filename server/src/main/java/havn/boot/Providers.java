package havn.boot;

import havn.channel.Channel;
import havn.channel.Hook;
import havn.channel.simulator.SimulatorChannel;
import havn.channel.sveve.SveveChannel;
import havn.channel.sveve.SveveHook;
import havn.channel.twilio.TwilioChannel;
import havn.channel.twilio.TwilioHook;
import havn.channel.whatsapp.WhatsAppChannel;
import havn.channel.whatsapp.WhatsAppHook;
import havn.config.ProviderKind;
import havn.config.ProviderSettings;
import havn.config.Settings;
import havn.kernel.id.ServiceId;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The providers of texts that this process uses, made from its settings.
final class Providers {

  private final Settings.Channels settings;
  private final Map<ProviderKind, Channel> channels = new EnumMap<>(ProviderKind.class);
  private final Map<ProviderKind, Hook> hooks = new EnumMap<>(ProviderKind.class);

  private Providers(Settings.Channels settings) {
    this.settings = settings;
  }

  static Providers of(Vertx vertx, Settings.Channels settings, InstantSource clock) {
    Providers providers = new Providers(settings);
    settings.providers().forEach((kind, needs) -> providers.open(vertx, kind, needs, clock));
    return providers;
  }

  /// What `service` sends over; empty where it sends nothing.
  Optional<Channel> of(ServiceId service) {
    return of(settings.services().getOrDefault(service, settings.provider()));
  }

  /// What is sent over where no service is named; empty where nothing is.
  Optional<Channel> standard() {
    return of(settings.provider());
  }

  /// Who reads what comes to `/hooks/` and the printed name of a provider, and perhaps a secret.
  Map<ProviderKind, Hook> hooks() {
    return Map.copyOf(hooks);
  }

  private Optional<Channel> of(ProviderKind kind) {
    return Optional.ofNullable(channels.get(kind));
  }

  private void open(Vertx vertx, ProviderKind kind, ProviderSettings needs, InstantSource clock) {
    switch (needs) {
      case ProviderSettings.Simulator simulator ->
          channels.put(kind, new SimulatorChannel(vertx, simulator.url()));
      case ProviderSettings.Sveve sveve -> {
        channels.put(
            kind,
            new SveveChannel(
                vertx,
                new SveveChannel.Account(
                    sveve.url(), sveve.user(), sveve.password(), sveve.sender())));
        hooks.put(kind, new SveveHook(sveve.hookSecret(), clock));
      }
      case ProviderSettings.Twilio twilio -> {
        var account =
            new TwilioChannel.Account(
                twilio.url(),
                twilio.account(),
                twilio.token(),
                twilio.sender(),
                twilio.template().filter(template -> twilio.whatsapp()));
        channels.put(kind, new TwilioChannel(vertx, account, hookUrl()));
        hooks.put(kind, new TwilioHook(twilio.token(), hookUrl()));
      }
      case ProviderSettings.WhatsAppCloud whatsapp -> {
        var account =
            new WhatsAppChannel.Account(
                whatsapp.url().resolve("/" + whatsapp.version()),
                whatsapp.number(),
                whatsapp.token(),
                whatsapp.template(),
                whatsapp.language());
        channels.put(kind, new WhatsAppChannel(vertx, account));
        hooks.put(
            kind,
            new WhatsAppHook(whatsapp.appSecret(), whatsapp.verifyToken(), whatsapp.number()));
      }
    }
  }

  private URI hookUrl() {
    return settings.hookUrl().orElseThrow();
  }
}
