package havn.staff;

import java.util.function.Function;

/// One link of the trust chain: what it leads to, or the flaw it broke at.
sealed interface Step<T> {

  record Held<T>(T value) implements Step<T> {}

  record Broke<T>(TrustFlaw flaw) implements Step<T> {}

  static <T> Step<T> of(T value) {
    return new Held<>(value);
  }

  static <T> Step<T> flaw(TrustFlaw flaw) {
    return new Broke<>(flaw);
  }

  /// The next link, unless this one broke.
  default <U> Step<U> then(Function<? super T, Step<U>> next) {
    return switch (this) {
      case Held<T> held -> next.apply(held.value());
      case Broke<T> broke -> new Broke<>(broke.flaw());
    };
  }

  default <R> R fold(
      Function<? super T, ? extends R> held, Function<TrustFlaw, ? extends R> broke) {
    return switch (this) {
      case Held<T> here -> held.apply(here.value());
      case Broke<T> here -> broke.apply(here.flaw());
    };
  }
}
