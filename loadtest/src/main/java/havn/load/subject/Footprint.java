package havn.load.subject;

/// Reads what the server's processes use, from the kernel and from the JVM.
public interface Footprint {

  /// Processor time of the server and its Redis since they started, in microseconds; steps of
  /// 10,000.
  long cpuMicros();

  /// Resident bytes of the server process.
  long residentBytes();

  /// Bytes of live objects in the server process, after a full collection.
  long liveBytes();
}
