package havn.service;

import havn.courtesy.Manners;
import havn.hours.OpeningHours;
import havn.hours.Schedule;
import havn.hours.WeeklySlot;
import havn.kernel.id.ServiceId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One helpline as visitors meet it.
///
/// @param audience whom it is for
/// @param names language tag (`nb`, `en`) → the name shown; at least one
/// @param languages the languages in which it answers
/// @param lanes who may ask, such as `self` or `professional`
/// @param laneHours lane → weekly slots outside which that lane is closed; others have all hours
/// @param origins websites that may embed its page, as `scheme://host[:port]`
/// @param retentionDays how long transcripts are kept; 0, nothing is kept
/// @param exit where quick exit leads
/// @param emergency shown at all hours
/// @param afterHours who answers when it is closed
/// @param duties what staff are obliged to do
/// @param manners when it writes to people who have not asked
/// @param words what it says in its own words
public record Service(
    ServiceId id,
    Audience audience,
    Map<String, String> names,
    List<String> languages,
    List<String> lanes,
    Schedule hours,
    Map<String, List<WeeklySlot>> laneHours,
    List<String> origins,
    int retentionDays,
    URI exit,
    List<EmergencyNumber> emergency,
    Optional<AfterHours> afterHours,
    Duties duties,
    Manners manners,
    Words words) {

  public static final int MOST_LANGUAGES = 32;
  public static final int MOST_LANES = 16;
  /// Days that transcripts may be kept.
  public static final int MOST_RETENTION_DAYS = 30;

  public static final int MOST_ORIGINS = 32;
  public static final int MOST_EMERGENCY_NUMBERS = 16;
  public static final int LONGEST_NAME = 80;

  /// A service's own words, as plain text; a language without any gets the page's.
  ///
  /// @param welcome language tag → a short line above everything else
  /// @param kept language tag → what happens with what somebody writes
  /// @param records language tag → what is said about records before advice becomes care
  public record Words(
      Map<String, String> welcome, Map<String, String> kept, Map<String, String> records) {

    public static final Words NONE = new Words(Map.of(), Map.of(), Map.of());
    public static final int LONGEST_WELCOME = 160;
    public static final int LONGEST_KEPT = 400;
    public static final int LONGEST_RECORDS = 600;

    public Words {
      welcome = Map.copyOf(welcome);
      kept = Map.copyOf(kept);
      records = Map.copyOf(records);
    }
  }

  public Service {
    names = Map.copyOf(names);
    languages = List.copyOf(languages);
    lanes = List.copyOf(lanes);
    laneHours = Map.copyOf(laneHours);
    origins = List.copyOf(origins);
    emergency = List.copyOf(emergency);
  }

  /// When it answers, whoever asks.
  public OpeningHours opening() {
    return new OpeningHours(hours);
  }

  /// When it answers this lane.
  public OpeningHours opening(String lane) {
    return new OpeningHours(hours, laneHours.getOrDefault(lane, List.of()));
  }

  /// The name in that language, or in Norwegian, or in any it has.
  public String name(String language) {
    return names.getOrDefault(language, shownInNorwegian());
  }

  /// The name in Norwegian, or in any language it has.
  public String shownInNorwegian() {
    return names.getOrDefault("nb", names.values().iterator().next());
  }
}
