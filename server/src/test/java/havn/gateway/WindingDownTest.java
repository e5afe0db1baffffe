package havn.gateway;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import havn.duty.DeskMode;
import havn.duty.redis.DutyStores;
import havn.kernel.secret.Secret;
import havn.kernel.time.SystemTime;
import havn.wire.Samples;
import havn.wire.v1.Ring;
import havn.wire.v1.VisitorDown;
import havn.wire.v1.VisitorUp;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A desk that winds down takes people with a return code, and nobody else.
class WindingDownTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, SocketLimits.usual());

  @AfterEach
  void close() {
    house.close();
  }

  private VisitorClient ringing(byte[] pass) {
    VisitorClient visitor = house.welcomed();
    visitor.send(
        VisitorUp.newBuilder()
            .setRing(
                Ring.newBuilder()
                    .setCard(Samples.card(house.service.slug()).toByteString())
                    .setPass(ByteString.copyFrom(pass)))
            .build());
    return visitor;
  }

  private static int refusal(VisitorClient visitor) {
    return visitor.await(VisitorDown::hasRefused).getRefused().getCodeValue();
  }

  @Test
  void aPassLetsOneVisitIn() {
    house.onDuty(people.worker());
    get(
        DutyStores.signs(house.redis)
            .mode(
                house.service,
                DeskMode.WINDING_DOWN,
                SystemTime.wall().instant().plus(Duration.ofHours(1))));
    Secret pass = get(house.passes.issue());
    assertEquals(4001, refusal(ringing(new byte[0])));
    assertEquals(4001, refusal(ringing(Secret.fresh().bytes())));
    ringing(pass.bytes()).await(VisitorDown::hasRung);
    assertEquals(4001, refusal(ringing(pass.bytes())));
    assertEquals(3501, ringing(new byte[31]).closeCode());
  }
}
