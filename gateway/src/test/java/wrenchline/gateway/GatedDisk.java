package wrenchline.gateway;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import wrenchline.gateway.intake.Disk;

/** A disk that takes what is written to it and says so only while its gate is open; it can fail. */
public final class GatedDisk implements Disk {

    /** Told of each sync before it waits at the gate. */
    public final BlockingQueue<Boolean> syncs = new LinkedBlockingQueue<>();

    private boolean open = true;
    private int failures;

    @Override
    public void sync(FileChannel channel) throws IOException {
        syncs.add(true);
        synchronized (this) {
            try {
                while (!open) {
                    wait();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException("waiting at the gate", e);
            }
            if (failures > 0) {
                failures--;
                throw new IOException("No space left on device");
            }
        }
    }

    public synchronized void close() {
        open = false;
        syncs.clear();
    }

    public synchronized void open() {
        open = true;
        notifyAll();
    }

    /** The next {@code times} syncs fail. */
    public synchronized void fail(int times) {
        failures = times;
    }
}
