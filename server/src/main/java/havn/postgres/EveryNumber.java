package havn.postgres;

/// The tag that is nobody's and stands for all: what a restore assumes of every number.
public final class EveryNumber {

  /// 32 zero bytes, in SQL.
  public static final String TAG = "decode(repeat('00', 32), 'hex')";

  private EveryNumber() {}
}
