package havn.matching;

import havn.duty.Abilities;
import havn.line.Boost;
import havn.line.Waiter;
import havn.wire.v1.Preference;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Whether somebody on duty is right for somebody who waits. Pure.
///
/// They must answer the lane, speak the language or one that the visitor can do with, and be whom
/// the visitor wishes for, unless the visitor gave that up. Nothing of it bars whoever is in danger
/// now: anybody may take them.
public final class Fit {

  /// What visitors may wish for, and staff may say of themselves: of no community whose people
  /// write here. No community is named.
  public static final String OUTSIDE = "community:outside";

  private Fit() {}

  public static boolean serves(Waiter waiter, Abilities able) {
    return waiter.boost() == Boost.DANGER || suits(waiter, able);
  }

  /// The same when it comes to whom to ask first for somebody in danger.
  static boolean suits(Waiter waiter, Abilities able) {
    return able.answers(waiter.lane()) && inTheWay(waiter, able).isEmpty();
  }

  /// What of the visitor's preferences this person does not meet, the least important first.
  static Set<Preference> inTheWay(Waiter waiter, Abilities able) {
    EnumSet<Preference> unmet = EnumSet.noneOf(Preference.class);
    if (!waiter.understands(able.languages()) && !waiter.wants().viaInterpreter()) {
      unmet.add(Preference.ANOTHER_LANGUAGE);
    }
    if (lacks(waiter, "gender", able)) {
      unmet.add(Preference.ANOTHER_GENDER);
    }
    if (lacks(waiter, "profession", able)) {
      unmet.add(Preference.ANOTHER_PROFESSION);
    }
    return unmet;
  }

  /// Whether they are asked before others: a visitor may rather have nobody of their own community.
  /// That bars nobody, since nobody knows whose community it is.
  static boolean isPreferred(Waiter waiter, Abilities able) {
    return !waiter.wants().traits().contains(OUTSIDE) || able.traits().contains(OUTSIDE);
  }

  private static boolean lacks(Waiter waiter, String kind, Abilities able) {
    Set<String> held = waiter.wants().held(kind);
    return !held.isEmpty() && Collections.disjoint(held, able.traits());
  }
}
