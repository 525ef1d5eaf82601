package wrenchline.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import wrenchline.config.ConfigurationException;

/** The command line. Exit codes: 0 done, 1 failed or found something wrong, 2 wrong usage or configuration. */
@Command(
        name = "wrenchline",
        description =
                "After-sales for vehicle-repair equipment: telemetry, hotline, tickets, and promises that end with a proof.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            VerifyCommand.class,
            ReportCommand.class,
            RosterCommand.class,
            LedgerCommand.class,
            EvidenceCommand.class,
            CallsCommand.class,
            DeviceCommand.class,
            AccountCommand.class,
            QuarantineCommand.class,
            TextsCommand.class,
            ForesightCommand.class
        })
public final class Wrenchline {

    private Wrenchline() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Wrenchline())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, commandLine, _) -> explain(failure, commandLine));
    }

    /** Errors in one line each; the stack trace is for those who ask for it. */
    private static int explain(Exception failure, CommandLine commandLine) {
        if (failure instanceof ConfigurationException wrong) {
            wrong.problems().forEach(commandLine.getErr()::println);
            return CommandLine.ExitCode.USAGE;
        }
        commandLine.getErr().println("wrenchline: " + sentence(failure));
        if (System.getenv("WRENCHLINE_TRACE") != null) {
            failure.printStackTrace(commandLine.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String sentence(Throwable failure) {
        StringBuilder sentence = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            if (sentence.indexOf(message) < 0) {
                sentence.append(sentence.isEmpty() ? "" : ": ").append(message.replace('\n', ' '));
            }
        }
        return sentence.toString();
    }
}
