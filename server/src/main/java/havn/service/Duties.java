package havn.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What staff of a service are obliged to do.
///
/// @param notice language tag → what the person is told of it before they write; empty, nothing
/// @param tasks kinds of tasks with a due time
/// @param places other sites where people write to profiles of the service
public record Duties(Map<String, String> notice, List<TaskKind> tasks, List<Place> places) {

  public static final int MOST_TASKS = 16;
  public static final int MOST_PLACES = 16;
  public static final int LONGEST_NOTICE = 600;

  /// None.
  public static final Duties NONE = new Duties(Map.of(), List.of(), List.of());

  public Duties {
    notice = Map.copyOf(notice);
    tasks = List.copyOf(tasks);
    places = List.copyOf(places);
  }

  /// One of the service's places or offices.
  ///
  /// @param id 1–64 of a–z, 0–9 and hyphen
  /// @param names language tag → the name shown to staff
  public record Place(String id, Map<String, String> names) {

    public Place {
      names = Map.copyOf(names);
    }
  }

  public Optional<TaskKind> task(String id) {
    return tasks.stream().filter(kind -> kind.id().equals(id)).findFirst();
  }
}
