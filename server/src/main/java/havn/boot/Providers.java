package havn.boot;

import havn.channel.Ability;
import havn.channel.Channel;
import havn.channel.Hook;
import havn.channel.Told;
import havn.channel.simulator.SimulatorChannel;
import havn.channel.simulator.SimulatorHook;
import havn.channel.smpp.SmppChannel;
import havn.channel.sveve.SveveChannel;
import havn.channel.sveve.SveveHook;
import havn.channel.twilio.TwilioChannel;
import havn.channel.twilio.TwilioHook;
import havn.channel.whatsapp.WhatsAppChannel;
import havn.channel.whatsapp.WhatsAppHook;
import havn.config.ProviderKind;
import havn.config.ProviderSettings;
import havn.config.Settings;
import havn.correspondence.Carried;
import havn.correspondence.Terms;
import havn.courtesy.Manners;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The providers of texts that this process uses, made from its settings.
final class Providers {

  private final Settings.Channels settings;
  private final Map<ProviderKind, Channel> channels = new EnumMap<>(ProviderKind.class);
  private final Map<ProviderKind, Hook> hooks = new EnumMap<>(ProviderKind.class);

  private final List<SmppChannel> centres = new ArrayList<>();

  /// Keeps what a provider tells over a connection of ours, rather than over HTTP; it comes again
  /// when that fails.
  interface Keeping {
    Future<Void> keep(ProviderKind from, List<Told> told);
  }

  private Providers(Settings.Channels settings) {
    this.settings = settings;
  }

  static Providers of(
      Vertx vertx, Settings.Channels settings, InstantSource clock, Keeping keeping) {
    Providers providers = new Providers(settings);
    settings
        .providers()
        .forEach((kind, needs) -> providers.open(vertx, kind, needs, clock, keeping));
    return providers;
  }

  /// Begins to keep the connections that last; texts are refused until they are there.
  void start() {
    centres.forEach(SmppChannel::start);
  }

  /// Ends them.
  Future<Void> close() {
    return Future.join(centres.stream().map(SmppChannel::close).toList()).mapEmpty();
  }

  /// What `service` sends over; empty where it sends nothing.
  Optional<Channel> of(ServiceId service) {
    return of(settings.services().getOrDefault(service, settings.provider()));
  }

  /// What is sent over where no service is named; empty where nothing is.
  Optional<Channel> standard() {
    return of(settings.provider());
  }

  /// Who reads what comes to `/hooks/` and the name of a provider, by that name.
  Map<String, Hook> hooks() {
    return hooks.entrySet().stream()
        .collect(Collectors.toMap(hook -> hook.getKey().printed(), Map.Entry::getValue));
  }

  /// Providers that are used.
  Set<ProviderKind> kinds() {
    return Set.copyOf(channels.keySet());
  }

  Channel channel(ProviderKind kind) {
    return Objects.requireNonNull(channels.get(kind));
  }

  /// Whose texts `kind` carries.
  Carried carried(ProviderKind kind) {
    Set<ServiceId> named =
        settings.services().entrySet().stream()
            .filter(each -> (each.getValue() == kind) != (settings.provider() == kind))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    boolean templates = channel(kind).abilities().contains(Ability.TEMPLATES);
    return new Carried(kind.printed(), templates, named, settings.provider() == kind);
  }

  /// On which terms `service` writes over its provider.
  static Terms terms(Settings.Channels settings, ServiceId service, Manners manners) {
    ProviderKind kind = settings.services().getOrDefault(service, settings.provider());
    ProviderSettings needs = settings.providers().get(kind);
    return new Terms(manners, kind.printed(), needs != null && templates(needs));
  }

  /// As the channel's abilities have it, before there is one.
  private static boolean templates(ProviderSettings needs) {
    return switch (needs) {
      case ProviderSettings.WhatsAppCloud whatsapp -> true;
      case ProviderSettings.Twilio twilio -> twilio.whatsapp() && twilio.template().isPresent();
      case ProviderSettings.Simulator simulator -> false;
      case ProviderSettings.Sveve sveve -> false;
      case ProviderSettings.Smpp smpp -> false;
    };
  }

  private Optional<Channel> of(ProviderKind kind) {
    return Optional.ofNullable(channels.get(kind));
  }

  private void open(
      Vertx vertx,
      ProviderKind kind,
      ProviderSettings needs,
      InstantSource clock,
      Keeping keeping) {
    switch (needs) {
      case ProviderSettings.Simulator simulator -> {
        channels.put(kind, new SimulatorChannel(vertx, simulator.url()));
        hooks.put(kind, new SimulatorHook(simulator.secret()));
      }
      case ProviderSettings.Sveve sveve -> {
        channels.put(
            kind,
            new SveveChannel(
                vertx,
                new SveveChannel.Account(
                    sveve.url(), sveve.user(), sveve.password(), sveve.sender())));
        hooks.put(kind, new SveveHook(sveve.hookSecret()));
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
      case ProviderSettings.Smpp smpp -> {
        var account =
            new SmppChannel.Account(
                smpp.host(),
                smpp.port(),
                smpp.tls(),
                smpp.authority(),
                smpp.systemId(),
                smpp.password(),
                smpp.systemType(),
                smpp.sender(),
                switch (smpp.ids()) {
                  case SAME -> SmppChannel.Ids.SAME;
                  case HEX_ANSWERS -> SmppChannel.Ids.HEX_ANSWERS;
                  case HEX_RECEIPTS -> SmppChannel.Ids.HEX_RECEIPTS;
                });
        var centre = new SmppChannel(vertx, account, clock, told -> keeping.keep(kind, told));
        channels.put(kind, centre);
        centres.add(centre);
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
