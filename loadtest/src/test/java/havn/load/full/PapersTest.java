package havn.load.full;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.ConversationId;
import havn.seal.AgeEnvelope;
import havn.seal.AgeOpening;
import havn.seal.Dsse;
import havn.seal.Ed25519;
import havn.seal.EpochHeader;
import havn.seal.EpochSeal;
import havn.seal.GrantPlaintext;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.json.JsonFields;
import havn.seal.json.StrictJson;
import havn.wire.Padding;
import havn.wire.v1.ConversationEpoch;
import havn.wire.v1.DeskUp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PapersTest {

  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final Papers PAPERS = new Papers(NOW);

  @Test
  void theRootSignsTheSignerAndTheSignerTheRoster() {
    var worker = Worker.fresh("Worker 1", NOW);
    var root = key(PAPERS.root(), "keys");
    var signer = Base64.getUrlDecoder().decode(fields(PAPERS.signer()).text("ed25519", 64));
    var roster = PAPERS.roster(1, "", List.of(worker), "pro-mann");

    assertEquals(PAPERS.root().payloadHash().base64url(), PAPERS.pin());
    assertEquals(Set.of("root-1"), PAPERS.root().signers(Purpose.ROOT, Map.of("root-1", root)));
    assertEquals(Set.of("root-1"), PAPERS.signer().signers(Purpose.SIGNER, Map.of("root-1", root)));
    assertEquals(Set.of("signer-1"), roster.signers(Purpose.ROSTER, Map.of("signer-1", signer)));
    assertArrayEquals(worker.deviceKey().publicKey(), key(roster, "devices"));
  }

  @Test
  void aRosterOfFiveHundredIsStillADocument() {
    var one = Worker.fresh("Worker 1", NOW);
    var crowd = new ArrayList<Worker>();
    for (int i = 0; i < 500; i++) {
      crowd.add(one);
    }
    var roster = PAPERS.roster(1, "", crowd, "pro-mann");
    assertTrue(Dsse.parse(roster.json().print()).isPresent());
  }

  @Test
  void theFirstEpochIsWhatAVisitorsPageAccepts() {
    var worker = Worker.fresh("Worker 1", NOW);
    var visitor = Visitor.fresh("pro-mann", "self", "nb");
    var conversation = ConversationId.fresh();
    var mark = new EpochHeader.RosterMark(1, Hash.of(new byte[1]));
    var epoch = FirstEpoch.of(worker, conversation, visitor.card().toByteArray(), mark, NOW);

    byte[] header = epoch.getHeader().toByteArray();
    byte[] grant = epoch.getGrant().toByteArray();
    var read = EpochHeader.parse(header).orElseThrow();
    assertEquals(EpochSeal.ringHash(visitor.card().toByteArray()), read.ring().ringHash());
    assertEquals(conversation, read.place().conversation());
    assertTrue(
        EpochSeal.verify(
            worker.shiftKey().publicKey(), header, grant, epoch.getSignature().toByteArray()));
    var opened = assertInstanceOf(AgeOpening.Opened.class, AgeEnvelope.open(grant, visitor.key()));
    var plaintext = GrantPlaintext.parse(opened.plaintext()).orElseThrow();
    assertEquals(Hash.of(header), plaintext.header());
    var statement = worker.statement();
    assertTrue(
        Ed25519.verify(
            worker.deviceKey().publicKey(),
            Purpose.SHIFT,
            statement.getPayload().toByteArray(),
            statement.getSignature().toByteArray()));
    var up = DeskUp.newBuilder().setEpoch(ConversationEpoch.newBuilder().setEpoch(epoch)).build();
    assertTrue(Padding.frame(up).length <= Padding.MOST);
  }

  private static JsonFields fields(Dsse document) {
    var text = new String(document.payload(), StandardCharsets.UTF_8);
    return JsonFields.of(StrictJson.parse(text).orElseThrow());
  }

  /// The key of the first item of a list.
  private static byte[] key(Dsse document, String list) {
    var first = JsonFields.of(fields(document).items(list, 500).getFirst());
    return Base64.getUrlDecoder().decode(first.text("ed25519", 64));
  }
}
