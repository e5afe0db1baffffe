package havn.config;

import java.util.Locale;

/// One line of the catalog. `standard` is the default as text; empty when there is none.
record Setting<T>(String path, Kind<T> kind, String standard, String meaning) {

  /// The environment variable that overrides it.
  String variable() {
    return "HAVN_" + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
