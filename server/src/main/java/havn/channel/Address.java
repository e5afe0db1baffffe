package havn.channel;

/// Whom a provider reaches: a phone's number, or a name that the provider gave to somebody who
/// shows none. Prints as nothing.
public sealed interface Address permits PhoneNumber, UserId {

  /// What is sealed, and what tags are made of: never the same for a number and for a name.
  String written();
}
