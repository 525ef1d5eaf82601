package wrenchline.hotline.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import wrenchline.core.call.Recording;
import wrenchline.core.callback.AttemptId;
import wrenchline.core.callback.CallbackId;
import wrenchline.core.evidence.Evidence;
import wrenchline.hotline.ivr.SoundFile;

/** Seals the recordings of talks. */
final class TalkRecordings {

    private final Proof proof;
    private final Path folder;

    TalkRecordings(Proof proof, Path folder) {
        this.proof = proof;
        this.folder = folder;
    }

    /**
     * Enters the recording of {@code attempt} with its hash. The recorder closes the file on a thread of its own, shortly after the
     * channel is gone: false as long as it has not.
     */
    boolean seal(CallbackId callback, AttemptId attempt) {
        Path file = StaffScript.talk(folder, attempt);
        try {
            Optional<Recording> recording = SoundFile.seal(folder, file);
            recording.ifPresent(whole -> proof.add(callback, new Evidence.Recorded(attempt, whole)));
            return recording.isPresent() || !Files.exists(file);
        } catch (IOException trouble) {
            throw new UncheckedIOException("sealing the recording of attempt " + attempt, trouble);
        }
    }
}
