package havn.channelhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.deskhttp.LettersForTests.Person;
import havn.http.Answer;
import havn.http.Asking;
import havn.http.Sampled;
import havn.staff.Right;
import havn.staff.Role;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Every operation of every contract, asked by every role with a device in the list: refused for
/// the role exactly where the table of rights says no. What an operation needs is what its contract
/// states as `x-havn-right`.
class EveryRoleAtEveryDoorTest {

  private static final String RIGHT = "x-havn-right";
  private static final int ROLE_REFUSED = 4009;
  private static final Set<String> WITHOUT_A_RIGHT = Set.of("open", "staff");

  private final List<String> wrong = new ArrayList<>();

  @Test
  void rolesAreRefusedExactlyWhereTheTableSaysNo() throws Exception {
    try (OutreachPortForTests channels = new OutreachPortForTests()) {
      Map<Role, Person> people = channels.people.everyRole();
      int desk = channels.people.desk.port();
      Map<String, Integer> ports =
          Map.of("desk", desk, "channels", channels.port(), "outreach", channels.port());
      int asked = 0;
      for (Map.Entry<String, Integer> port : ports.entrySet()) {
        for (Map.Entry<Role, Person> who : people.entrySet()) {
          asked += ask(contract(port.getKey()), who.getKey(), who.getValue(), port.getValue());
        }
      }
      assertEquals(List.of(), wrong);
      assertTrue(asked > 80 * people.size(), asked + " were asked");
    }
  }

  private int ask(OpenAPIContract contract, Role role, Person person, int port) {
    Sampled sampled = new Sampled(contract);
    Asking page = person.page(port);
    int asked = 0;
    for (Operation operation : contract.operations()) {
      String right = String.valueOf(operation.getExtensions().get(RIGHT));
      if (!right.equals("open")) {
        judge(operation, right, role, answer(sampled, operation, page));
        asked++;
      }
    }
    return asked;
  }

  private static Answer answer(Sampled sampled, Operation operation, Asking page) {
    String path = sampled.path(operation);
    String type = sampled.type(operation).orElse("");
    page.with("content-type", type);
    if (operation.getHttpMethod().equals(HttpMethod.GET)) {
      return page.get(path);
    }
    String body =
        type.isEmpty() ? "" : type.equals("application/json") ? sampled.body(operation) : "x";
    if (operation.getHttpMethod().equals(HttpMethod.PUT)) {
      return page.put(path, body);
    }
    return type.isEmpty() ? page.post(path) : page.post(path, body);
  }

  private void judge(Operation operation, String right, Role role, Answer answer) {
    boolean refused = answer.status() == 403 && answer.json().getInteger("code", 0) == ROLE_REFUSED;
    boolean never = !right.equals("staff") && Right.valueOf(right).of(role) == Right.Grant.NEVER;
    String what =
        role.printed() + " " + operation.getOperationId() + " (" + right + "): " + answer.status();
    if (refused != never
        || answer.status() == 401
        || answer.status() >= 500 && answer.status() != 507) {
      wrong.add(what + " " + answer.body());
    } else if (answer.status() == 400) {
      wrong.add(what + ", so that nobody knows: " + answer.body());
    }
  }

  @Test
  void everyOperationStatesWhoMayAsk() {
    Set<String> known = new TreeSet<>(WITHOUT_A_RIGHT);
    Arrays.stream(Right.values()).map(Right::name).forEach(known::add);
    for (String name : List.of("desk", "channels", "outreach", "public")) {
      for (Operation operation : contract(name).operations()) {
        String right = String.valueOf(operation.getExtensions().get(RIGHT));
        assertTrue(
            known.contains(right),
            () -> name + ".yaml does not state who may ask for " + operation.getOperationId());
        assertTrue(
            !name.equals("public") || right.equals("open"), "visitors have no role: " + right);
      }
    }
  }

  @Test
  void anAuditorHasNoDoorButTheirOwnJournalAndFigures() {
    Set<Right> theirs = EnumSet.noneOf(Right.class);
    for (String name : List.of("desk", "channels", "outreach")) {
      for (Operation operation : contract(name).operations()) {
        String right = String.valueOf(operation.getExtensions().get(RIGHT));
        if (!WITHOUT_A_RIGHT.contains(right) && Right.valueOf(right).has(Role.AUDITOR)) {
          theirs.add(Right.valueOf(right));
        }
      }
    }
    assertEquals(EnumSet.of(Right.READ_JOURNAL, Right.SEE_FIGURES), theirs);
    assertFalse(theirs.isEmpty());
  }

  private static OpenAPIContract contract(String name) {
    Vertx vertx = Vertx.vertx();
    try {
      return get(OpenAPIContract.from(vertx, "openapi/" + name + ".yaml"));
    } finally {
      get(vertx.close());
    }
  }
}
