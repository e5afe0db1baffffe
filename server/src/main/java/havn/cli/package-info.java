/// The command line: `havn COMMAND`. [Havn] is the root; every command is one class, registered by
/// one line in [Havn#commands()].
///
/// A command ends with 0, with 1 and one sentence on standard error, or with 2 when the command
/// line itself was wrong.
@NullMarked
package havn.cli;

import org.jspecify.annotations.NullMarked;
