package havn.field;

/// What becomes of a round that a phone tells.
public sealed interface Telling {

  /// It is kept now: as a new one, or in the place of an earlier revision.
  record Written(Round round) implements Telling {}

  /// Nothing changed, because this revision or a later one is kept.
  record Stands(Round kept) implements Telling {}

  /// Nothing changed.
  record Refused(Reason why) implements Telling {}

  /// Why a round is not kept.
  enum Reason {
    /// More people were met for the first time than were met.
    MORE_FIRST_THAN_PEOPLE,
    /// Places are counted indoors only.
    PLACES_OUTDOORS,
    /// The day has not come yet in Norway.
    FUTURE,
    /// Its day, or the day under which it is kept, is more than 14 days ago.
    OVER,
    /// The service has 20 other rounds on that day.
    DAY_FULL,
    /// The id is that of another service's round.
    ANOTHER_SERVICE,
    /// It was struck since.
    STRUCK
  }
}
