package havn.cli;

import picocli.CommandLine.Command;

/// `havn outreach restored`.
@Command(
    name = "outreach",
    description = "Says and ends what a restore made of writing to people first.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = OutreachRestoredCommand.class)
final class OutreachCommand {}
