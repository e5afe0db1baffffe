package havn.service;

import java.util.Map;

/// Another organisation that answers by phone outside hours.
///
/// @param names language tag → name, so that the visitor knows whom they would call
/// @param phone digits with an optional leading plus
public record AfterHours(Map<String, String> names, String phone) {

  public AfterHours {
    names = Map.copyOf(names);
  }
}
