/// The installation's settings, read once at start.
///
/// A YAML file (`--config FILE`, else `HAVN_CONFIG`, else `/etc/havn/havn.yaml` if there is one)
/// and above it the environment: `limits.line` is `HAVN_LIMITS_LINE`. [Catalog] names every setting
/// with its kind, its default and its meaning; [SettingsSource] reads them into a [Settings] that
/// is valid once it exists, or answers every problem at once. A name the catalog does not know is a
/// problem too, so a typo is never a silent default. Passwords print as nothing.
@NullMarked
package havn.config;

import org.jspecify.annotations.NullMarked;
