package wrenchline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import wrenchline.core.evidence.Anchors;
import wrenchline.store.archive.AnchorFile;

/** Anchors the journals of evidence every second, in the database and in the list outside of it. */
final class Anchoring {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Anchoring() {}

    /** The list of anchors in the data folder. */
    static Path list(Path data) {
        return data.resolve("evidence").resolve("anchors.jsonl");
    }

    static Repeating start(Anchors anchors, Path data, InstantSource clock) {
        AnchorFile list = open(data);
        return Repeating.start("anchors of evidence", PAUSE, () -> {
            anchors.drop(clock.instant());
            try {
                list.follow(anchors);
            } catch (IOException unwritable) {
                throw new UncheckedIOException("writing the list of anchors", unwritable);
            }
        });
    }

    static AnchorFile open(Path data) {
        try {
            Files.createDirectories(list(data).getParent());
            return new AnchorFile(list(data));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("opening the list of anchors in " + data, unreadable);
        }
    }
}
