package wrenchline.gateway.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** How what was written to a file is made to survive a power cut. */
@FunctionalInterface
public interface Disk {

    /** {@code fdatasync}. */
    Disk REAL = channel -> channel.force(false);

    /** Returns when all that was written to {@code channel} is safe. */
    void sync(FileChannel channel) throws IOException;
}
