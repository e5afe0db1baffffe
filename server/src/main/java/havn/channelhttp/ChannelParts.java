package havn.channelhttp;

import havn.http.SessionGate;
import havn.login.ConsoleOrigin;
import havn.reminder.Reminders;
import java.time.InstantSource;
import java.util.List;

/// What the port of the channels is handed.
///
/// @param origins from which consoles are used
public record ChannelParts(
    List<ConsoleOrigin> origins, SessionGate gate, Reminders reminders, InstantSource clock) {

  public ChannelParts {
    origins = List.copyOf(origins);
  }
}
