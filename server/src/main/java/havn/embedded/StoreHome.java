package havn.embedded;

import java.nio.file.Path;

/// Where embedded stores live: `programs` holds unpacked binaries and may be shared, `data`
/// belongs to one set of stores.
public record StoreHome(Path programs, Path data) {

  public StoreHome {
    programs = programs.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
  }
}
