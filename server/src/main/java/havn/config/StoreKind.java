package havn.config;

/// Whether the stores are servers of the installation's own, or embedded ones for demo and tests.
public enum StoreKind {
  SERVERS,
  EMBEDDED
}
