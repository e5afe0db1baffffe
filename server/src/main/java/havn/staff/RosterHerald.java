package havn.staff;

import io.vertx.core.Future;

/// Tells the other processes that a document was published, so that they read again. What it says
/// may be lost; every process also reads by itself every few seconds.
@FunctionalInterface
public interface RosterHerald {

  Future<Void> published(long rosterVersion);
}
