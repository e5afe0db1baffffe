package havn.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RightsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "handbook", "rights.md");

  @Test
  void theHandbookSaysWhatIsChecked() throws IOException {
    Path fresh = Files.writeString(Path.of("target", "rights.md"), page());
    assertEquals(
        page(),
        Files.exists(PAGE) ? Files.readString(PAGE) : "",
        () -> "the page is out of date: cp server/" + fresh + " docs/handbook/rights.md");
  }

  @Test
  void auditorsMayOnlyLookAndVolunteersNothingOutsideAShiftButTheCalendar() {
    assertEquals(
        Set.of(Right.READ_JOURNAL, Right.SEE_FIGURES), rights(Role.AUDITOR, Right.Grant.ALWAYS));
    assertEquals(Set.of(), rights(Role.AUDITOR, Right.Grant.IN_SHIFT));
    for (Role role : Set.of(Role.VOLUNTEER, Role.PEER)) {
      assertEquals(
          Set.of(Right.STATE_SHIFT_KEY, Right.HOLD_SHIFTS), rights(role, Right.Grant.ALWAYS));
      assertEquals(
          Set.of(Right.TAKE_CHATS, Right.ANSWER_CALLS, Right.SEE_DESK, Right.RAISE_TASKS),
          rights(role, Right.Grant.IN_SHIFT));
    }
  }

  @Test
  void traineesMayNothingOutsideAShiftButTheCalendarAndWatchInOne() {
    assertEquals(
        Set.of(Right.STATE_SHIFT_KEY, Right.HOLD_SHIFTS), rights(Role.TRAINEE, Right.Grant.ALWAYS));
    assertEquals(Set.of(Right.WATCH), rights(Role.TRAINEE, Right.Grant.IN_SHIFT));
  }

  @Test
  void coordinatorsMayAllButReadTheJournalAndWorkersWhatIsNotForLeading() {
    assertEquals(
        EnumSet.complementOf(EnumSet.of(Right.INTERPRET, Right.WATCH, Right.READ_JOURNAL)),
        rights(Role.COORDINATOR, Right.Grant.ALWAYS));
    assertEquals(
        EnumSet.of(
            Right.TAKE_CHATS,
            Right.ANSWER_CALLS,
            Right.KEEP_OPEN,
            Right.STATE_SHIFT_KEY,
            Right.SEE_DESK,
            Right.SET_DESK,
            Right.MARK_CARE,
            Right.READ_LETTERS,
            Right.OPEN_TRANSCRIPTS,
            Right.RENEW_LIST,
            Right.HOLD_SHIFTS,
            Right.HANDLE_TASKS,
            Right.RAISE_TASKS,
            Right.REACH_OUT,
            Right.COUNT_ROUNDS),
        rights(Role.WORKER, Right.Grant.ALWAYS));
  }

  private static Set<Right> rights(Role role, Right.Grant grant) {
    return Arrays.stream(Right.values())
        .filter(right -> right.of(role) == grant)
        .collect(Collectors.toSet());
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Who may do what

            <!-- Printed from havn.staff.Right by RightsPageTest; change it there. -->

            A right is for the services that somebody works for, and for nobody else's. **yes**: always. **shift**: from 15
            minutes before to 15 minutes after a [shift](shifts.md) that the person holds for that service; where the shift is for
            one lane, for that lane only. Afterwards they keep only chats that are still open. Most rights also need a device that stands in the [list](keys.md).

            A service is never open on volunteers alone: as long as no worker or coordinator is on duty for it, visitors read
            that nobody is there.

            """);
    page.append(row("may", Role::printed));
    page.append(
        "|---" + String.join("", Collections.nCopies(Role.values().length, "|---")) + "|\n");
    for (Right right : Right.values()) {
      page.append(row(right.words(), role -> word(right.of(role))));
    }
    page.append(
        """

        Who is to be looked at does not look: a coordinator reads no journal in the console. Whoever runs the server reads it at
        the command line (`havn journal`), where the same lines stand.
        """);
    return page.toString();
  }

  private static String word(Right.Grant grant) {
    return switch (grant) {
      case ALWAYS -> "yes";
      case IN_SHIFT -> "shift";
      case NEVER -> "–";
    };
  }

  private static String row(String first, Function<Role, String> cell) {
    return Arrays.stream(Role.values())
        .map(cell)
        .collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"));
  }
}
