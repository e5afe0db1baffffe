package havn.embedded;

import java.io.IOException;

/// An embedded store did not start. The message says why and where its log is.
public final class StoreFailure extends IOException {

  private static final long serialVersionUID = 1L;

  public StoreFailure(String message) {
    super(message);
  }
}
