package havn.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What one process of the server does; a site may split them over machines.
public enum ServingRole {
  /// Visitors: bootstrap, tickets, visitor socket, widget files.
  VISITOR,
  /// Staff: sign-in, console files, desk socket.
  DESK,
  /// SMS and the like; the only role that may ever hold a phone number.
  CHANNELS;

  /// Reads `visitor`, `desk` or `channels`.
  public static Optional<ServingRole> parse(String name) {
    return Arrays.stream(values()).filter(role -> role.printed().equals(name)).findFirst();
  }

  public String printed() {
    return name().toLowerCase(Locale.ROOT);
  }
}
