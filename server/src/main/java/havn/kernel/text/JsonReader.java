package havn.kernel.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recursive descent over one text. The depth is bounded, so the stack is too.
final class JsonReader {

  static final int MOST_CHARACTERS = 262_144;
  static final int MOST_LEVELS = 16;
  static final int LONGEST_NUMBER = 40;

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?");

  private final String text;
  private int at;

  JsonReader(String text) {
    this.text = text;
  }

  Json.Read document() {
    try {
      if (text.length() > MOST_CHARACTERS) {
        throw new Fault("the text is longer than " + MOST_CHARACTERS + " characters");
      }
      Json value = value(0);
      blanks();
      if (at < text.length()) {
        throw fault("the value has ended, but more text follows");
      }
      return new Json.Value(value);
    } catch (Fault fault) {
      return new Json.Malformed(fault.sentence);
    }
  }

  private Json value(int level) throws Fault {
    if (level == MOST_LEVELS) {
      throw fault("more than " + MOST_LEVELS + " levels");
    }
    blanks();
    return switch (peek()) {
      case '{' -> object(level);
      case '[' -> list(level);
      case '"' -> new Json.Str(string());
      case 't' -> word("true", new Json.Bool(true));
      case 'f' -> word("false", new Json.Bool(false));
      case 'n' -> word("null", new Json.Nil());
      default -> number();
    };
  }

  private Json object(int level) throws Fault {
    Map<String, Json> members = new LinkedHashMap<>();
    at++;
    blanks();
    if (taken('}')) {
      return new Json.Obj(Map.of());
    }
    do {
      blanks();
      if (peek() != '"') {
        throw fault("a member's name in quotes is missing here");
      }
      String name = string();
      blanks();
      require(':');
      if (members.put(name, value(level + 1)) != null) {
        throw fault("a member is named twice");
      }
      blanks();
    } while (taken(','));
    require('}');
    return new Json.Obj(Collections.unmodifiableMap(members));
  }

  private Json list(int level) throws Fault {
    List<Json> items = new ArrayList<>();
    at++;
    blanks();
    if (taken(']')) {
      return new Json.Arr(List.of());
    }
    do {
      items.add(value(level + 1));
      blanks();
    } while (taken(','));
    require(']');
    return new Json.Arr(List.copyOf(items));
  }

  private Json number() throws Fault {
    Matcher number =
        NUMBER.matcher(text).region(at, Math.min(text.length(), at + LONGEST_NUMBER + 1));
    if (!number.lookingAt()) {
      throw fault("a value is missing here");
    }
    if (number.end() - at > LONGEST_NUMBER) {
      throw fault("a number is longer than " + LONGEST_NUMBER + " characters");
    }
    at = number.end();
    return new Json.Num(new BigDecimal(number.group()));
  }

  private Json word(String word, Json value) throws Fault {
    if (!text.startsWith(word, at)) {
      throw fault("a value is missing here");
    }
    at += word.length();
    return value;
  }

  private String string() throws Fault {
    StringBuilder read = new StringBuilder();
    at++;
    while (true) {
      char c = peek();
      at++;
      if (c == '"') {
        return read.toString();
      } else if (c < 0x20) {
        throw fault("a text is not closed, or holds a control character");
      } else if (c == '\\') {
        read.append(escaped());
      } else {
        read.append(c);
      }
    }
  }

  private char escaped() throws Fault {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw fault("no such escape");
    };
  }

  private char hexadecimal() throws Fault {
    int value = 0;
    for (int i = 0; i < 4; i++, at++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw fault("an escape \\u needs four hexadecimal digits");
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /// The next character; a zero character past the end, which no rule accepts.
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean taken(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  private void require(char c) throws Fault {
    if (!taken(c)) {
      throw fault("'" + c + "' is missing here");
    }
  }

  private Fault fault(String why) {
    String before = text.substring(0, Math.min(at, text.length()));
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return new Fault("line " + line + ", column " + column + ": " + why);
  }

  private static final class Fault extends Exception {
    private final String sentence;

    Fault(String sentence) {
      super(sentence, null, false, false);
      this.sentence = sentence;
    }
  }
}
