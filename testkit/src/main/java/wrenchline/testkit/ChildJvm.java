package wrenchline.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that runs a main class of the test's class path, to be killed in the middle of its work. */
public final class ChildJvm implements AutoCloseable {

    private static final String MARK = "child says: ";

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

    /** Called in the child: tells its parent. */
    @SuppressWarnings("SystemOut")
    public static void say(String what) {
        System.out.println(MARK + what);
    }

    /** Waits until the child has {@link #say said} {@code count} things, kills it with SIGKILL, and returns all that it said. */
    public List<String> killAfter(int count) {
        List<String> things = new ArrayList<>();
        try {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith(MARK)) {
                    things.add(line.substring(MARK.length()));
                }
                if (things.size() == count) {
                    // Not through the process itself, which would close the pipe with what was said last.
                    process.toHandle().destroyForcibly();
                }
            }
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("reading what the child JVM says", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (things.size() < count) {
            throw new IllegalStateException("running a child JVM: it ended by itself after " + things);
        }
        return things;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
