package havn.channel.smpp;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudhopper.commons.charset.CharsetUtil;
import havn.channel.Channel;
import havn.channel.ChannelContract;
import havn.channel.Handed;
import havn.channel.Outgoing;
import havn.channel.PhoneNumber;
import havn.channel.Told;
import havn.kernel.id.TextId;
import havn.kernel.secret.Password;
import havn.kernel.time.SystemTime;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// SMPP against one independent message centre.
abstract class SmppContract extends ChannelContract {

  private static final String FROM = "4741234567";
  private static final PhoneNumber PHONE =
      ((PhoneNumber.Textable) PhoneNumber.read("+" + FROM)).number();
  private static final int RECEIPT = 4;
  private static final int TEMPORARY = 100;

  private final Vertx vertx = Vertx.vertx();
  final SmppPeer peer;
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private volatile boolean keeps = true;
  private final SmppChannel channel;
  private Optional<Future<Void>> ended = Optional.empty();

  SmppContract(SmppPeer peer) {
    this.peer = peer;
    channel =
        new SmppChannel(
            vertx,
            new SmppChannel.Account(
                "127.0.0.1",
                peer.port(),
                false,
                Optional.empty(),
                SmppPeer.USER,
                new Password(SmppPeer.WORD),
                "",
                "4759440000",
                SmppChannel.Ids.HEX_ANSWERS),
            SystemTime.wall(),
            this::keep);
  }

  private Future<Void> keep(List<Told> heard) {
    if (!keeps) {
      return Future.failedFuture("not now");
    }
    told.addAll(heard);
    return Future.succeededFuture();
  }

  @BeforeEach
  void bind() {
    channel.start();
    until("bound", channel::bound);
  }

  @AfterEach
  void close() {
    get(ended.orElseGet(channel::close));
    peer.close();
    get(vertx.close());
  }

  @Test
  void longTextsArriveWholeInBothAlphabets() {
    String gsm = "Hei! " + "Vi er her {hver} dag. ".repeat(21);
    String ucs2 = "Привет 🙂 ".repeat(30);
    for (String text : List.of(gsm.strip(), ucs2.strip())) {
      assertInstanceOf(Handed.Accepted.class, get(channel.hand(outgoing(text))));
      assertEquals(text, peer.arrived().getFirst());
    }
    assertTrue(peer.taken().stream().allMatch(part -> part.to().equals(FROM)));
    assertEquals(2, peer.taken().stream().filter(SmppPeer.Taken::receipt).count());
  }

  @Test
  void aReceiptNamesWhatTheAnswerNamedThoughOneIsHexadecimal() {
    assertEquals(new Handed.Accepted("256"), get(channel.hand(outgoing("Hei"))));
    peer.send(receipt("256", "DELIVRD"));
    peer.send(receipt("257", "UNDELIV"));
    peer.send(receipt("258", "UNKNOWN"));
    until("answered", () -> peer.answers().size() == 3);
    assertEquals(
        Set.of(
            new Told.Report(new Told.ById("256"), Told.Delivery.DELIVERED),
            new Told.Report(new Told.ById("257"), Told.Delivery.FAILED)),
        Set.copyOf(told));
  }

  @Test
  void whatAPhoneSendsIsToldInBothAlphabets() {
    peer.send(text("", 0, gsm("Hei [nå] @ 10 €")));
    peer.send(text("", 8, ucs2("Здравствуйте 🙂")));
    until("answered", () -> peer.answers().size() == 2);
    assertEquals(List.of("Hei [nå] @ 10 €", "Здравствуйте 🙂"), texts().stream().sorted().toList());
    assertEquals(PHONE, ((Told.Text) told.getFirst()).from());
  }

  @Test
  void partsAreGatheredInWhateverOrderTheyCome() {
    peer.send(text("0500030702" + "02", 0, gsm("verden")));
    peer.send(text("060804012c0201", 8, ucs2("И снова ")));
    peer.send(text("0500030702" + "01", 0, gsm("Hei, ")));
    peer.send(text("060804012c0202", 8, ucs2("привет")));
    until("answered", () -> peer.answers().size() == 4);
    assertEquals(List.of("Hei, verden", "И снова привет"), texts().stream().sorted().toList());
  }

  @Test
  void whatHasNotComeInFullWhenWeEndIsToldWithItsGaps() {
    peer.send(text("050003070201", 0, gsm("STOPP, ")));
    until("answered", () -> peer.answers().size() == 1);
    assertEquals(List.of(), texts());
    ended = Optional.of(channel.close());
    get(ended.get());
    assertEquals(List.of("STOPP, " + Gathering.GAP), texts());
  }

  @Test
  void whatIsNotKeptIsAskedForAgain() {
    keeps = false;
    peer.send(text("", 0, gsm("Hei")));
    until("answered", () -> peer.answers().size() == 1);
    keeps = true;
    peer.send(text("", 0, gsm("Hei")));
    until("answered", () -> peer.answers().size() == 2);
    assertEquals(List.of(TEMPORARY, 0), peer.answers());
    assertEquals(List.of("Hei"), texts());
  }

  @Test
  void theLastPartMayComeAgain() {
    peer.send(text("050003070201", 0, gsm("Hei, ")));
    until("answered", () -> peer.answers().size() == 1);
    keeps = false;
    peer.send(text("050003070202", 0, gsm("verden")));
    until("answered", () -> peer.answers().size() == 2);
    keeps = true;
    peer.send(text("050003070202", 0, gsm("verden")));
    until("answered", () -> peer.answers().size() == 3);
    assertEquals(List.of(0, TEMPORARY, 0), peer.answers());
    assertEquals(List.of("Hei, verden"), texts());
  }

  @Test
  void namesAndBentHeadersAreNoText() {
    peer.send(new SmppPeer.Sent("Posten", "", 0, gsm("Tilbud"), 0));
    peer.send(new SmppPeer.Sent(FROM, "", 0, "ff41", 0x40));
    until("answered", () -> peer.answers().size() == 2);
    assertEquals(List.of(""), texts());
  }

  @Test
  void aLostConnectionIsBoundAgain() {
    peer.drop();
    until("bound again", () -> peer.binds() == 2 && channel.bound());
    assertInstanceOf(Handed.Accepted.class, get(channel.hand(outgoing("Igjen"))));
  }

  @Test
  void moreThanTheWindowIsRefusedForNow() {
    peer.fallMute();
    List<Future<Handed>> handed =
        IntStream.range(0, SmppChannel.WINDOW + 3)
            .mapToObj(i -> channel.hand(outgoing("Nr. " + i)))
            .toList();
    long refused =
        handed.stream().filter(f -> get(f).equals(new Handed.Refused(Handed.Why.TOO_FAST))).count();
    assertEquals(3, refused);
  }

  static Outgoing outgoing(String text) {
    return new Outgoing(TextId.fresh(), PHONE, text, false);
  }

  private List<String> texts() {
    return told.stream().map(one -> ((Told.Text) one).text()).toList();
  }

  private static SmppPeer.Sent text(String header, int coding, String hex) {
    return new SmppPeer.Sent(FROM, header, coding, hex, 0);
  }

  private static SmppPeer.Sent receipt(String id, String state) {
    String words =
        "id:"
            + id
            + " sub:001 dlvrd:001 submit date:2605041000 done date:2605041001 stat:"
            + state
            + " err:000 text:Hei";
    return new SmppPeer.Sent(
        FROM, "", 0, HexFormat.of().formatHex(words.getBytes(StandardCharsets.US_ASCII)), RECEIPT);
  }

  private static String gsm(String text) {
    return HexFormat.of().formatHex(CharsetUtil.encode(text, CharsetUtil.CHARSET_GSM));
  }

  private static String ucs2(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
  }

  @Override
  protected Channel channel() {
    return channel;
  }

  @Override
  protected Provider provider() {
    return new Provider() {
      @Override
      public List<String> arrived() {
        return peer.arrived();
      }

      @Override
      public void refuse() {
        peer.refuse();
      }

      @Override
      public void fallMute() {
        peer.fallMute();
      }

      @Override
      public void recover() {
        peer.recover();
      }

      @Override
      public void vanish() {
        peer.vanish();
        until("gone", () -> !channel.bound());
      }
    };
  }

  @Override
  protected List<String> secrets() {
    assertFalse(channel.toString().contains("127.0.0.1"));
    return List.of(SmppPeer.WORD, SmppPeer.USER);
  }
}
