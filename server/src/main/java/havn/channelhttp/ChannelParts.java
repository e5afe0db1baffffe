package havn.channelhttp;

import havn.http.SessionGate;
import havn.login.ConsoleOrigin;
import havn.reminder.Reminders;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What the port of the channels is handed.
///
/// @param origins from which consoles are used
/// @param outreach empty where nobody is written to
public record ChannelParts(
    List<ConsoleOrigin> origins,
    SessionGate gate,
    Reminders reminders,
    Optional<OutreachParts> outreach,
    InstantSource clock) {

  public ChannelParts {
    origins = List.copyOf(origins);
  }
}
