package havn.cli.keys;

import picocli.CommandLine.Command;

/// `havn keys root|sign|channels`.
@Command(
    name = "keys",
    description = "Makes root keys and signs with them, offline; makes the keys of the channels.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RootCommand.class, SignCommand.class, ChannelsCommand.class})
public final class KeysCommand {}
