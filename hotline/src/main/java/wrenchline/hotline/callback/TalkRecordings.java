package wrenchline.hotline.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.call.Recording;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.evidence.Evidence;
import wrenchline.hotline.ivr.SoundFile;

/** Seals the recording of a talk once the telephone system has closed the file. */
final class TalkRecordings {

    private static final Logger LOG = LoggerFactory.getLogger(TalkRecordings.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TRIES = 50;

    private final Proof proof;
    private final Path folder;

    TalkRecordings(Proof proof, Path folder) {
        this.proof = proof;
        this.folder = folder;
    }

    /** Enters the recording of {@code attempt} with its hash; nothing when there was no talk. */
    void seal(CallbackId callback, AttemptId attempt) {
        Path file = StaffScript.talk(folder, attempt);
        try {
            // The recorder closes the file on a thread of its own, shortly after the channel is gone.
            Optional<Recording> recording = SoundFile.seal(folder, file);
            for (int tried = 0; recording.isEmpty() && Files.exists(file) && tried < TRIES; tried++) {
                Thread.sleep(PAUSE);
                recording = SoundFile.seal(folder, file);
            }
            recording.ifPresentOrElse(
                    whole -> proof.add(callback, new Evidence.Recorded(attempt, whole)),
                    () -> LOG.info("attempt {} has no recording", attempt));
        } catch (IOException trouble) {
            throw new UncheckedIOException("sealing the recording of attempt " + attempt, trouble);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
