package havn.postgres;

import havn.kernel.secret.Password;

/// Where PostgreSQL is and as whom to sign in. Prints without the password.
public record PostgresAddress(
    String host, int port, String database, String user, Password password) {

  /// The address for JDBC, without user and password.
  public String jdbc() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + database;
  }

  @Override
  public String toString() {
    return "postgresql://" + host + ":" + port + "/" + database;
  }
}
