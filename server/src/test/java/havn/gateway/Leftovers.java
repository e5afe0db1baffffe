package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;

import havn.staff.Right;

/// What may be left of chats that are over: no room, and nobody paused. A take that an outage cut
/// off keeps its room until the console connects again.
record Leftovers(TestHouse house) {

  /// Of this console, which just connected, and of one chat more where its person may take one
  /// without anybody beside.
  void none(DeskClient desk) {
    nothing(desk);
    if (!Right.KEEP_OPEN.has(desk.worker.role())) {
      return;
    }
    Page page = Page.ringing(house, true);
    until("the last one is offered", () -> takes(desk, page));
    page.client.leave();
    until("the last page is closed", () -> !page.isOpen());
    nothing(desk);
  }

  private static boolean takes(DeskClient desk, Page page) {
    int before = answers(desk);
    desk.take(page.conversation());
    until("an answer", () -> answers(desk) > before);
    return Claims.of(desk, page.conversation()).isPresent();
  }

  private static int answers(DeskClient desk) {
    return desk.all(d -> d.hasTaken() || d.hasRefused(), d -> d).size();
  }

  private void nothing(DeskClient desk) {
    var device = desk.worker.device();
    until("no room is kept", () -> get(house.conversations.heldBy(device)).isEmpty());
    until("nobody is paused", () -> get(house.conversations.pausedBy(device)).isEmpty());
  }
}
