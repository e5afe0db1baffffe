package havn.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What `havn config` prints.
public final class SettingsPages {

  private SettingsPages() {}

  /// Every setting with its present text and where that came from; secrets as `…`.
  public static String show(Optional<Path> file, Map<String, String> environment) {
    Map<String, Written.Text> texts =
        Written.read(SettingsSource.chosen(file, environment), environment).texts();
    StringBuilder page = new StringBuilder();
    for (Setting<?> setting : Catalog.ALL) {
      Written.Text text =
          texts.getOrDefault(setting.path(), new Written.Text(setting.standard(), "default"));
      boolean hidden = setting.kind().secret() && !text.value().isEmpty();
      String value = hidden ? "…" : text.value();
      page.append(String.format("%-24s %-40s # %s%n", setting.path() + ":", value, text.place()));
    }
    return page.toString();
  }

  /// Every setting with its form, default, environment variable and meaning, as an example file.
  public static String doc() {
    StringBuilder page = new StringBuilder();
    String group = "";
    for (Setting<?> setting : Catalog.ALL) {
      int dot = setting.path().indexOf('.');
      String its = dot < 0 ? "" : setting.path().substring(0, dot);
      if (!its.equals(group)) {
        page.append(its.isEmpty() ? "" : its + ":\n");
        group = its;
      }
      String indent = its.isEmpty() ? "" : "  ";
      String standard = setting.standard().isEmpty() ? "" : " " + setting.standard();
      page.append(indent).append("# ").append(setting.meaning()).append('\n');
      page.append(indent).append("# Write ").append(setting.kind().form()).append(".");
      page.append(" Environment: ").append(setting.variable()).append('\n');
      page.append(indent).append(setting.standard().isEmpty() ? "#" : "");
      page.append(setting.path().substring(dot + 1)).append(':').append(standard).append('\n');
    }
    return page.toString();
  }
}
