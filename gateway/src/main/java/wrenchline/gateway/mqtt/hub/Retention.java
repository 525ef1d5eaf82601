package wrenchline.gateway.mqtt.hub;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Where retained messages outlive a restart. */
public interface Retention {

    /** They do not. */
    Retention NONE = new Retention() {

        @Override
        public List<Publication> read() {
            return List.of();
        }

        @Override
        public void write(Publication change, Supplier<Collection<Publication>> all, Runnable onDisk) {
            onDisk.run();
        }
    };

    /** The changes that were written, oldest first. */
    List<Publication> read();

    /**
     * Writes {@code change}, and returns at once. For one caller at a time.
     *
     * @param change a message, or one without payload for a topic that is cleared
     * @param all what is retained now, {@code change} included: what else was written can then be forgotten
     * @param onDisk run once the change is on disk, on any thread; must return at once
     */
    void write(Publication change, Supplier<Collection<Publication>> all, Runnable onDisk);
}
