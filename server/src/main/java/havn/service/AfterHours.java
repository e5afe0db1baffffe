package havn.service;

import havn.hours.Schedule;
import havn.kernel.id.ServiceId;
import java.util.Map;
import java.util.Optional;

/// Who answers when a service does not.
public sealed interface AfterHours {

  /// Another organisation, by phone.
  ///
  /// @param names language tag → name, so that the visitor knows whom they would call
  /// @param phone digits with an optional leading plus
  /// @param hours when it answers; empty, round the clock
  record Phone(Map<String, String> names, String phone, Optional<Schedule> hours)
      implements AfterHours {

    public Phone {
      names = Map.copyOf(names);
    }
  }

  /// Another service of this server.
  record Transfer(ServiceId service) implements AfterHours {}
}
