package havn.load.full;

import havn.seal.EpochHeader;
import java.util.ArrayList;
import java.util.List;

/// The workers of a run: signed in by one-time links, ten browsers each, all in one roster.
///
/// @param members one browser and the session cookie it uses
record Crew(List<Member> members, EpochHeader.RosterMark roster) {

  /// A person may enrol ten devices.
  private static final int BROWSERS = 10;

  /// One browser.
  record Member(Worker worker, String cookie) {}

  Crew {
    members = List.copyOf(members);
  }

  /// Invites and signs in as many people as it takes, enrols their browsers and publishes the
  /// roster.
  static Crew gather(
      Office office, String coordinator, Papers papers, String service, int browsers) {
    office.publish(coordinator, "/api/trust/root", papers.root());
    office.publish(coordinator, "/api/trust/signer", papers.signer());
    var members = new ArrayList<Member>();
    var now = papers.issued();
    while (members.size() < browsers) {
      var name = "Worker " + (members.size() / BROWSERS + 1);
      var cookie = office.signIn(office.invite(coordinator, name, service));
      for (int i = 0; i < BROWSERS && members.size() < browsers; i++) {
        var worker = Worker.fresh(name, now);
        office.enrol(cookie, worker);
        members.add(new Member(worker, cookie));
      }
    }
    var workers = members.stream().map(Member::worker).toList();
    var roster = papers.roster(1, "", workers, service);
    office.publish(coordinator, "/api/rosters", roster);
    return new Crew(members, new EpochHeader.RosterMark(1, roster.payloadHash()));
  }
}
