package havn.cli.keys;

import picocli.CommandLine.Command;

/// `havn keys root|sign`.
@Command(
    name = "keys",
    description = "Makes root keys and signs with them, offline.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RootCommand.class, SignCommand.class})
public final class KeysCommand {}
