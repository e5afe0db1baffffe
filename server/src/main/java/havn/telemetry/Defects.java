package havn.telemetry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Our own faults. Kind and place are logged; the message is not, since it may quote what people
/// sent.
public final class Defects {

  private static final Logger LOG = LoggerFactory.getLogger(Defects.class);

  private Defects() {}

  /// @param ended what the defect ended, for example "a connection"
  public static void log(String ended, Throwable defect) {
    StackTraceElement[] trace = defect.getStackTrace();
    LOG.error(
        "{} ended by a defect: {} at {}",
        ended,
        defect.getClass().getName(),
        trace.length == 0 ? "?" : trace[0]);
  }
}
