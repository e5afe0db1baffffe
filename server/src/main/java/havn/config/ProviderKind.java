package havn.config;

/// Who sends texts to phones.
public enum ProviderKind {
  /// Nobody: the role channels opens no port.
  NONE,
  /// A phone in the browser of a demonstration.
  SIMULATOR
}
