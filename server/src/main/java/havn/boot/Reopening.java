package havn.boot;

import havn.config.Settings;
import havn.correspondence.Silence;
import havn.correspondence.postgres.CorrespondenceStores;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.StaffId;
import havn.staff.Right;
import havn.staff.StaffMember;
import havn.staff.postgres.StaffStores;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lets services write to people first again after a restore, from the command line.
public final class Reopening {

  private Reopening() {}

  /// Until when nothing is begun; empty, there is no such silence.
  public static Optional<Instant> until(Settings settings) throws Refusal {
    return PostgresVisit.doing(settings, pool -> silence(settings, pool).until());
  }

  /// Ends it, in the name of the one coordinator with this shown name: at the command line nobody
  /// is signed in. Nobody, or more than one, is a refusal, and so is that there is nothing to end.
  public static void end(Settings settings, String name) throws Refusal {
    StaffId coordinator = coordinator(settings, name);
    if (!PostgresVisit.doing(settings, pool -> silence(settings, pool).end(coordinator))) {
      throw new Refusal("there is no silence to end: no restore was made in the last 180 days");
    }
  }

  private static Silence silence(Settings settings, Pool pool) {
    return new Silence(
        CorrespondenceStores.silence(pool), JournalStores.journal(pool), settings.clock());
  }

  private static StaffId coordinator(Settings settings, String name) throws Refusal {
    List<StaffMember> found =
        PostgresVisit.doing(
                settings, pool -> StaffStores.people(pool, settings.clock()).named(name.strip()))
            .stream()
            .filter(member -> Right.END_SILENCE.has(member.role()))
            .toList();
    if (found.size() != 1) {
      throw new Refusal(
          found.isEmpty()
              ? "--decided-by: no coordinator is called that"
              : "--decided-by: "
                  + found.size()
                  + " coordinators are called that; let one of them do it in the console");
    }
    return found.getFirst().id();
  }
}
