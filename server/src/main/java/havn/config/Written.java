package havn.config;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What somebody wrote, before it is understood: setting paths with their texts, and where each
/// text came from.
record Written(Map<String, Text> texts, List<Problem> problems) {

  /// A text and its place, such as a file's name or an environment variable.
  record Text(String value, String place) {}

  private static final int MOST_BYTES = 1 << 20;

  /// Reads the file, if there is one, and then the environment over it.
  static Written read(Optional<Path> file, Map<String, String> environment) {
    Map<String, Text> texts = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    file.ifPresent(path -> readFile(path, texts, problems));
    for (Setting<?> setting : Catalog.ALL) {
      String value = environment.get(setting.variable());
      if (value != null && !value.isEmpty()) {
        texts.put(setting.path(), new Text(value, setting.variable()));
      }
    }
    return new Written(texts, problems);
  }

  /// The reader of settings would take the last of two and say nothing.
  private static void requireOneOfEach(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    var unused = new Yaml(new SafeConstructor(options)).<Object>load(text);
  }

  private static void readFile(Path path, Map<String, Text> texts, List<Problem> problems) {
    SmallRyeConfig yaml;
    try {
      if (Files.size(path) > MOST_BYTES) {
        problems.add(
            new Problem(path.toString(), "is larger than 1 MB", "this cannot be settings"));
        return;
      }
      String text = Files.readString(path);
      requireOneOfEach(text);
      yaml = new SmallRyeConfigBuilder().withSources(new YamlConfigSource("file", text)).build();
    } catch (IOException unreadable) {
      problems.add(
          new Problem(
              path.toString(),
              "cannot be read",
              "name a file with --config that this user may read"));
      return;
    } catch (DuplicateKeyException twice) {
      problems.add(
          new Problem(
              path.toString(),
              "holds a name twice, in line " + (twice.getProblemMark().getLine() + 1),
              "keep one of them"));
      return;
    } catch (RuntimeException malformed) {
      problems.add(
          new Problem(
              path.toString(),
              "is not YAML",
              "`havn config doc` prints an example; mind the indentation"));
      return;
    }
    for (String name : yaml.getPropertyNames()) {
      String setting = name.replaceFirst("\\[\\d+]$", "");
      String value = yaml.getRawValue(setting);
      if (value != null) {
        texts.put(setting, new Text(value, path.getFileName().toString()));
      } else {
        String item = yaml.getRawValue(name);
        texts.merge(
            setting,
            new Text(item == null ? "" : item, path.getFileName().toString()),
            (a, b) -> new Text(a.value() + "," + b.value(), a.place()));
      }
    }
  }
}
