package havn.outreach.postgres;

import havn.outreach.ProofStore;
import havn.outreach.Shelves;
import io.vertx.sqlclient.Pool;

/// Opens the stores of this room.
public final class OutreachStores {

  private OutreachStores() {}

  public static Shelves in(Pool pool) {
    return new Shelves(
        new PgCardStore(pool), new PgCampaignStore(pool), proofs(pool), new PgSealStore(pool));
  }

  /// For the public port, which needs no other.
  public static ProofStore proofs(Pool pool) {
    return new PgProofStore(pool);
  }
}
