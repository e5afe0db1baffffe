package havn.matching;

import havn.conversation.Conversation;

/// What came of an attempt to take a chat.
public sealed interface Taking {

  /// It is this device's now; `fence` goes into every epoch it stores.
  record Taken(Conversation conversation, long fence) implements Taking {}

  record AlreadyTaken() implements Taking {}

  /// Another device is being asked for it, and the visitor is not in danger now.
  record OfferedToAnother() implements Taking {}

  /// Somebody whom this device could take waits longer.
  record EarlierWaits() implements Taking {}

  /// The device speaks another language, answers another lane, or is not whom the visitor wishes
  /// for.
  record NotForThisDevice() implements Taking {}

  record NotOnDuty() implements Taking {}

  /// Volunteers take nobody while no worker is on duty for the service.
  record NobodyBeside() implements Taking {}

  record NoRoom() implements Taking {}
}
