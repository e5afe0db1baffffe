package havn.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;

class TransfersTest {

  @Test
  void oneStepToAServiceThatEndsByPhoneIsFine() {
    Service end =
        service(
            "rosa",
            "sellers",
            ",\"afterHours\":{\"names\":{\"nb\":\"Krisesenteret\"},\"phone\":\"116006\"}");
    assertEquals(List.of(), Transfers.faults(List.of(to("pro-mann", "rosa"), end)));
  }

  @Test
  void aServiceThatNamesItselfIsRefused() {
    assertEquals(
        List.of(
            "rosa: afterHours.service names the service itself; name another one, or leave"
                + " afterHours out"),
        Transfers.faults(List.of(to("rosa", "rosa"))));
  }

  @Test
  void aNameThatIsNoServiceIsRefused() {
    assertEquals(
        List.of(
            "rosa: afterHours.service names nadhem, which is no service; mend the spelling, or"
                + " store that one in the same step"),
        Transfers.faults(List.of(to("rosa", "nadhem"))));
  }

  @Test
  void aChainIsRefusedAtItsFirstLink() {
    assertEquals(
        List.of(
            "a: afterHours.service names b, which itself hands over to c, and a visitor is not sent"
                + " on twice; take afterHours out of b, or name another service"),
        Transfers.faults(List.of(to("a", "b"), to("b", "c"), service("c", "sellers", ""))));
  }

  @Test
  void aLoopIsRefusedOnBothSides() {
    assertEquals(2, Transfers.faults(List.of(to("a", "b"), to("b", "a"))).size());
  }

  @Test
  void theBuyersLineIsNeverJoinedToAServiceForSellers() {
    Service sellers = to("pro-mann", "buyers");
    Service buyers = service("buyers", "buyers", "");
    assertEquals(
        List.of(
            "pro-mann: afterHours.service names buyers, which is for buyers while this one is for"
                + " sellers, and those are never joined; name a service for sellers, or an"
                + " organisation by phone"),
        Transfers.faults(List.of(sellers, buyers)));
    Service back = service("buyers", "buyers", ",\"afterHours\":{\"service\":\"rosa\"}");
    assertEquals(
        List.of(
            "buyers: afterHours.service names rosa, which is for sellers while this one is for"
                + " buyers, and those are never joined; name a service for buyers, or an"
                + " organisation by phone"),
        Transfers.faults(List.of(back, service("rosa", "sellers", ""))));
  }

  private static Service to(String id, String other) {
    return service(id, "sellers", ",\"afterHours\":{\"service\":\"%s\"}".formatted(other));
  }

  private static Service service(String id, String audience, String afterHours) {
    String text =
        """
        {"id":"%s","audience":"%s","names":{"nb":"Navn"},"languages":["nb"],"lanes":["self"],
         "hours":{"zone":"Europe/Oslo","weekly":[],"exceptions":[]},"origins":[],"retentionDays":0,
         "exit":"https://www.yr.no/","emergency":[{"number":"113","kind":"health"}]%s}
        """
            .formatted(id, audience, afterHours);
    return assertInstanceOf(ServiceText.Read.class, ServiceText.read(text)).service();
  }
}
