package havn.channel.adapter;

import havn.kernel.text.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// JSON of a provider, read leniently: whatever is not there, or is of another kind, reads as
/// nothing. Prints as nothing.
public record Tree(Optional<Json> json) {

  private static final Tree NOTHING = new Tree(Optional.empty());

  /// Empty when it is no JSON, or exceeds the bounds of [Json#read(String)].
  public static Optional<Tree> read(String text) {
    return switch (Json.read(text)) {
      case Json.Value value -> Optional.of(new Tree(Optional.of(value.json())));
      case Json.Malformed malformed -> Optional.empty();
    };
  }

  /// A member, and a member of that, and so on.
  public Tree at(String... path) {
    Tree here = this;
    for (String name : path) {
      here = here.member(name);
    }
    return here;
  }

  public List<Tree> items() {
    return json.filter(Json.Arr.class::isInstance)
        .map(list -> ((Json.Arr) list).items().stream().map(Tree::of).toList())
        .orElse(List.of());
  }

  /// A text with something in it.
  public Optional<String> text() {
    return json.filter(Json.Str.class::isInstance)
        .map(text -> ((Json.Str) text).text())
        .filter(text -> !text.isBlank());
  }

  /// A whole number; 0 when it is none, or a very large one.
  public int number() {
    return json.filter(Json.Num.class::isInstance)
        .map(number -> ((Json.Num) number).value())
        .map(Tree::whole)
        .orElse(0);
  }

  /// A text or a number, as text.
  public Optional<String> word() {
    return text()
        .or(
            () ->
                json.filter(Json.Num.class::isInstance)
                    .map(number -> ((Json.Num) number).value().toPlainString()));
  }

  private Tree member(String name) {
    return json.filter(Json.Obj.class::isInstance)
        .map(object -> ((Json.Obj) object).members().get(name))
        .map(Tree::of)
        .orElse(NOTHING);
  }

  private static Tree of(Json json) {
    return new Tree(Optional.of(json));
  }

  private static int whole(BigDecimal number) {
    try {
      return number.intValueExact();
    } catch (ArithmeticException fraction) {
      return 0;
    }
  }

  @Override
  public String toString() {
    return "Tree[…]";
  }
}
