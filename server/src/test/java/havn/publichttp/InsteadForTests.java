package havn.publichttp;

import java.util.List;

/// Services that are closed on a Friday at 13:00 and name somebody: one by phone, who answers from
/// 18:00; one that is late; one that is closed as well.
final class InsteadForTests {

  private static final String SHAPE =
      """
      {"id":"%s","names":{"nb":"Navn"},"languages":["nb"],"lanes":["self","professional"],
       "hours":{"zone":"Europe/Oslo","weekly":[{"day":"monday","from":"12:00","to":"15:00"}],"exceptions":[]},
       "laneHours":{"professional":[{"day":"monday","from":"13:00","to":"14:00"}]},
       "origins":[],"retentionDays":0,"exit":"https://www.yr.no/",
       "emergency":[{"number":"113","kind":"health"}],"afterHours":%s}
      """;

  static final List<String> SERVICES =
      List.of(
          SHAPE.formatted(
              "by-phone",
              """
              {"names":{"nb":"Krisesenteret"},"phone":"116006","hours":{"zone":"Europe/Oslo",
               "weekly":[{"day":"friday","from":"18:00","to":"24:00"}],"exceptions":[]}}
              """),
          SHAPE.formatted("by-service", "{\"service\":\"late-now\"}"),
          SHAPE.formatted("to-closed", "{\"service\":\"by-phone\"}"));

  private InsteadForTests() {}
}
