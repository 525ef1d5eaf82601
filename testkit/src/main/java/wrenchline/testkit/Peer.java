package wrenchline.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The real peers that tests run against. {@code ./verify} fetches them and says where they are. */
public final class Peer {

    private Peer() {}

    /**
     * The folder of the peer {@code name}; {@code bin/} in it holds the programs.
     *
     * @throws IllegalStateException when it is not there: a test that needs a peer never passes without it
     */
    public static Path root(String name) {
        String variable = "WRENCHLINE_" + name.toUpperCase(Locale.ROOT) + "_ROOT";
        String folder = System.getenv(variable);
        if (folder == null || !Files.isDirectory(Path.of(folder, "bin"))) {
            throw new IllegalStateException("looking for the peer " + name + ": set " + variable
                    + " to the folder that 'tools/peer " + name + "' prints");
        }
        return Path.of(folder);
    }
}
