package havn.config;

import java.util.List;
import java.util.stream.Collectors;

/// The settings cannot be used. The message names every problem, one per line.
public final class SettingsRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  SettingsRefused(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
