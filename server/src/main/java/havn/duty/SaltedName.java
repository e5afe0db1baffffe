package havn.duty;

/// A shown name with the salt that binds it to the roster's entry. Prints as nothing.
///
/// @param saltHex 32 hexadecimal digits
public record SaltedName(String name, String saltHex) {

  @Override
  public String toString() {
    return "SaltedName";
  }
}
