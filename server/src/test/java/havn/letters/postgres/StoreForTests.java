package havn.letters.postgres;

import static havn.Eventually.get;

import havn.kernel.id.DeviceId;
import havn.kernel.id.FileId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.letters.FileStore;
import havn.letters.Hand;
import havn.letters.Keeping;
import havn.letters.LetterStore;
import havn.letters.MailboxStore;
import havn.postgres.Postgres;
import havn.postgres.PostgresAddress;
import havn.postgres.PostgresForTests;
import havn.seal.SigningKey;
import havn.staff.Device;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.postgres.StaffStores;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// The stores over a database of their own, and a second pool to race against.
final class StoreForTests implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  static final Instant END = NOW.plus(Duration.ofDays(30));
  static final Set<ServiceId> ROSA = Set.of(new ServiceId("rosa"));
  static final long PLENTY = 4L << 30;

  final Vertx vertx = Vertx.vertx();
  final Pool pool;
  final Pool other;
  final MailboxStore mailboxes;
  final LetterStore letters;
  final FileStore files;

  StoreForTests() {
    PostgresAddress address = PostgresForTests.migrated();
    pool = Postgres.pool(vertx, address);
    other = Postgres.pool(vertx, address);
    mailboxes = LetterStores.mailboxes(pool);
    letters = LetterStores.letters(pool);
    files = LetterStores.files(pool);
  }

  Keeping create(Hand hand, byte[] note) {
    return get(mailboxes.create(hand.mailbox(), note, END, NOW));
  }

  /// Somebody with a mailbox.
  Hand somebody() {
    Hand hand = new Hand();
    create(hand, hand.note("ord"));
    return hand;
  }

  FileId file() {
    FileId id = FileId.fresh();
    get(files.keep(id, Hand.file(16_400), NOW.plus(Duration.ofHours(1)), PLENTY));
    return id;
  }

  long rows(String table) {
    return get(pool.query("SELECT count(*) FROM " + table).execute()).iterator().next().getLong(0);
  }

  /// A device of somebody of staff.
  DeviceId device() {
    StaffMember member = new StaffMember(StaffId.fresh(), "Kari", Role.WORKER, ROSA);
    get(StaffStores.people(pool, () -> NOW).add(member));
    DeviceId id = DeviceId.fresh();
    byte[] key = SigningKey.fresh().publicKey();
    get(
        StaffStores.devices(pool)
            .enrol(
                new Device(
                    id, member, key, new byte[16], new byte[32], Device.State.PENDING, NOW)));
    return id;
  }

  @Override
  public void close() {
    get(pool.close());
    get(other.close());
    get(vertx.close());
  }
}
