package havn.boot;

import havn.config.Settings;
import havn.journal.Act;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.login.Invites;
import havn.login.postgres.LoginStores;
import havn.service.Audience;
import havn.service.Service;
import havn.service.postgres.ServiceStores;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.postgres.StaffStores;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Lets somebody of staff in from the command line: the first coordinator, or one who lost every
/// passkey.
public final class Reception {

  private Reception() {}

  /// Creates the person and answers a link that signs them in once, within 15 minutes. A service
  /// that does not exist is a refusal, and nobody is created.
  public static String invite(Settings settings, String name, Role role, Set<String> services)
      throws Refusal {
    if (name.isBlank() || name.length() > StaffMember.LONGEST_NAME) {
      throw new Refusal("--name: 1–64 characters");
    }
    List<Service> known = PostgresVisit.doing(settings, pool -> ServiceStores.in(pool).all());
    StaffMember member =
        new StaffMember(StaffId.fresh(), name.strip(), role, existing(services, known));
    String token = PostgresVisit.doing(settings, pool -> admit(pool, settings.clock(), member));
    return settings.addresses().deskUrl() + "/#i=" + token;
  }

  /// Answers a link for the one person of this shown name, and of this role when one is given.
  /// Nobody, or more than one, is a refusal.
  public static String inviteAgain(Settings settings, String name, Optional<Role> role)
      throws Refusal {
    List<StaffMember> found =
        PostgresVisit.doing(
                settings, pool -> StaffStores.people(pool, settings.clock()).named(name.strip()))
            .stream()
            .filter(member -> role.isEmpty() || role.get() == member.role())
            .toList();
    if (found.size() != 1) {
      throw new Refusal(
          found.isEmpty()
              ? "--name: nobody is called that; leave out --again for somebody new"
              : "--name: "
                  + found.size()
                  + " people are called that; name the --role, or make the link in the console");
    }
    String token =
        PostgresVisit.doing(
            settings, pool -> linkAgain(pool, settings.clock(), found.getFirst().id()));
    return settings.addresses().deskUrl() + "/#i=" + token;
  }

  /// The journal names the person itself: at the command line nobody is signed in.
  private static Future<String> linkAgain(Pool pool, InstantSource clock, StaffId person) {
    return JournalStores.journal(pool)
        .write(new Act(person, Act.Deed.STAFF_LINK, person.bytes()), clock.instant())
        .compose(written -> LoginStores.invites(pool, clock).issue(person, Invites.LIFE))
        .map(token -> token.reveal());
  }

  private static Future<String> admit(Pool pool, InstantSource clock, StaffMember member) {
    return StaffStores.people(pool, clock)
        .add(member)
        .compose(added -> LoginStores.invites(pool, clock).issue(member.id(), Invites.LIFE))
        .map(token -> token.reveal());
  }

  private static Set<ServiceId> existing(Set<String> wanted, List<Service> known) throws Refusal {
    Set<ServiceId> found =
        known.stream()
            .map(Service::id)
            .filter(id -> wanted.contains(id.slug()))
            .collect(Collectors.toUnmodifiableSet());
    if (found.isEmpty() || found.size() != wanted.size()) {
      String there =
          known.stream().map(service -> service.id().slug()).collect(Collectors.joining(", "));
      throw new Refusal(
          "--services: not all of these exist; there "
              + (there.isEmpty() ? "is none yet" : "are " + there));
    }
    if (Audience.mixed(known.stream().filter(service -> found.contains(service.id())).toList())) {
      throw new Refusal(
          "--services: some are for sellers and some for buyers, and nobody works for both;"
              + " leave one kind out");
    }
    return found;
  }
}
