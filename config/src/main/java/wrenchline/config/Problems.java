package wrenchline.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong, so that it is told at once. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    void add(Path file, int line, String what) {
        found.add(sentence(file, line, what));
    }

    /** {@code line} counts from 1; 0 when the problem has no line. */
    static String sentence(Path file, int line, String what) {
        return line == 0 ? file + ": " + what : file + ":" + line + ": " + what;
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigurationException(found);
        }
    }
}
