package havn.service;

import io.vertx.core.Future;
import java.util.List;

/// Where services are kept.
public interface ServiceStore {

  /// All services, at most 64, in the order of their ids. Fails when one of them cannot be read,
  /// naming it.
  Future<List<Service>> all();

  /// Adds or replaces the service of this JSON document; the answer tells whether it was read.
  Future<ServiceText.Reading> put(String document);
}
