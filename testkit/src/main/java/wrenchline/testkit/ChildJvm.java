package wrenchline.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that runs a main class of the test's class path, to be killed in the middle of its work. */
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;

    private ChildJvm(Process process) {
        this.process = process;
        this.said = process.inputReader();
    }

    /** Starts {@code main}; what it writes to standard error goes to this process's. */
    public static ChildJvm start(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ChildJvm(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("starting a JVM for " + main.getName(), e);
        }
    }

    /** Waits for {@code count} lines on its standard output, kills it with SIGKILL, and returns every whole line that it wrote. */
    public List<String> killAfter(int count) {
        List<String> lines = new ArrayList<>();
        try {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                lines.add(line);
                if (lines.size() == count) {
                    process.destroyForcibly();
                }
            }
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("reading what the child JVM says", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (lines.size() < count) {
            throw new IllegalStateException("running a child JVM: it ended by itself after " + lines);
        }
        return lines;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
