package havn.correspondence;

import havn.courtesy.Manners;

/// On which terms a service writes to people: its own manners, and what its provider asks for.
///
/// @param provider as it is named in settings
/// @param templates whether the provider takes what we begin with consent and as approved templates
///     only, and an answer for 24 hours after a word over it
public record Terms(Manners manners, String provider, boolean templates) {

  /// Over a provider that asks for nothing.
  public static Terms plain(Manners manners) {
    return new Terms(manners, Carried.ALL.provider(), false);
  }
}
