package havn.service;

import io.vertx.core.Future;
import java.util.List;

/// Where services are kept.
public interface ServiceStore {

  /// All services, at most 100, in the order of their ids. Fails when one of them cannot be read,
  /// naming it.
  Future<List<Service>> all();

  /// Adds or replaces the services of these JSON documents, all or none. Answers what is wrong with
  /// them, or with how services then name each other ([Transfers]); empty when they are stored.
  Future<List<String>> put(List<String> documents);
}
