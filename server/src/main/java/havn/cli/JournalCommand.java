package havn.cli;

import picocli.CommandLine.Command;

/// `havn journal export|verify`.
@Command(
    name = "journal",
    description = "Prints what staff did, and checks that no line was changed or left out.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {JournalExportCommand.class, JournalVerifyCommand.class})
final class JournalCommand {}
