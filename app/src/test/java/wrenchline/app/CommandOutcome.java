package wrenchline.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** What a command said, and its exit code. */
record CommandOutcome(int code, String said) {

    /** Runs a command that needs nothing of the folder of the product, in this process. */
    static CommandOutcome here(String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine commands =
                Wrenchline.commandLine().setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        return new CommandOutcome(commands.execute(arguments), said.toString());
    }

    /** Runs a command as its users do, beside the product that runs in {@code data}. */
    static CommandOutcome beside(Path data, String... arguments) throws IOException {
        List<String> run = RunningProduct.command(data);
        List<String> command = new ArrayList<>(run.subList(0, run.indexOf("run")));
        command.addAll(List.of(arguments));
        command.add("--data=" + data);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("WRENCHLINE_HOME", RunningProduct.home());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandOutcome(process.onExit().join().exitValue(), said);
    }
}
