package wrenchline.store.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to run PostgreSQL, which refuses to be root or a user without a name: an ordinary user just runs it; the others run it as
 * nobody in a user namespace, or, where those are forbidden, root really becomes nobody.
 *
 * @param prefix comes before the command
 * @param owner the uid to which the data must belong
 */
record Unprivileged(List<String> prefix, int owner) {

    private static final int ROOT = 0;

    /** Has this number and a name on every Linux. */
    private static final int NOBODY = 65534;

    /** The way that works here. */
    static Unprivileged here() {
        int uid = uid();
        // The JVM calls a user without a name so; PostgreSQL refuses to create a database for one.
        boolean nameless = System.getProperty("user.name", "?").equals("?");
        if (uid != ROOT && !nameless) {
            return new Unprivileged(List.of(), uid);
        }
        List<String> namespace = List.of("unshare", "--user", "--map-user=" + NOBODY, "--map-group=" + NOBODY, "--");
        if (works(namespace)) {
            return new Unprivileged(namespace, uid);
        }
        if (uid != ROOT) {
            return new Unprivileged(List.of(), uid);
        }
        List<String> nobody =
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--no-new-privs", "--");
        return new Unprivileged(nobody, NOBODY);
    }

    /** Gives {@code folder} and all in it to the owner, when it is somebody else's. */
    void own(Path folder) {
        try {
            if (owner(folder) == owner) {
                return;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.toList()) {
                    Files.setAttribute(file, "unix:uid", owner);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("giving " + folder + " to user " + owner, e);
        }
    }

    private static int owner(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid");
    }

    private static int uid() {
        try {
            return owner(Path.of("/proc/self"));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the user of this process from /proc/self", e);
        }
    }

    private static boolean works(List<String> prefix) {
        List<String> command = Stream.concat(prefix.stream(), Stream.of("true")).toList();
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
