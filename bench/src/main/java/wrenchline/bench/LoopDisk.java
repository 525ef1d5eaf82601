package wrenchline.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An ext4 file system in a file, whose power can be cut: what was written and not synced is then gone. */
final class LoopDisk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopDisk.class);
    private static final long BYTES = 4L << 30;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** {@code EXT4_IOC_SHUTDOWN}, {@code _IOR('X', 125, __u32)} of the kernel's {@code include/uapi/linux/ext4.h}. */
    private static final long SHUTDOWN = 0x8004_587DL;

    /** {@code EXT4_GOING_FLAGS_NOLOGFLUSH}: not even the journal is flushed. */
    private static final int WITHOUT_FLUSH = 2;

    private final Path image;
    private final Path folder;

    private LoopDisk(Path image, Path folder) {
        this.image = image;
        this.folder = folder;
    }

    /** Makes a new disk in {@code image} and mounts it at {@code folder}. */
    static LoopDisk mount(Path image, Path folder) throws IOException, InterruptedException {
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(BYTES);
        }
        Files.createDirectories(folder);
        run("mkfs.ext4", "-q", "-F", image.toString());
        LoopDisk disk = new LoopDisk(image, folder);
        disk.mount();
        return disk;
    }

    Path folder() {
        return folder;
    }

    /** The power fails: every access from now on is an error, and nothing more reaches the disk. */
    void cut() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            int root = open(arena);
            MemorySegment flags = arena.allocateFrom(ValueLayout.JAVA_INT, WITHOUT_FLUSH);
            int result = (int) C.IOCTL.invokeExact(root, SHUTDOWN, flags);
            int _ = (int) C.CLOSE.invokeExact(root);
            if (result != 0) {
                throw new IOException("cutting the power of " + folder + ": ioctl returned " + result);
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("calling the C library", e);
        }
    }

    /** The power is back. Waits until the dead have let go of their files. */
    void mountAgain() throws IOException, InterruptedException {
        unmount();
        mount();
    }

    @Override
    public void close() throws IOException {
        try {
            unmount();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int open(Arena arena) throws Throwable {
        int root = (int) C.OPEN.invokeExact(arena.allocateFrom(folder.toString()), 0);
        if (root < 0) {
            throw new IOException("opening " + folder + " to cut its power");
        }
        return root;
    }

    private void mount() throws IOException, InterruptedException {
        run("mount", "-o", "loop", image.toString(), folder.toString());
    }

    private void unmount() throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                run("umount", folder.toString());
                return;
            } catch (IOException busy) {
                if (Instant.now().isAfter(deadline)) {
                    throw busy;
                }
                LOG.trace("still in use", busy);
                Thread.sleep(100);
            }
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(List.of(command) + ": " + said.strip());
        }
    }

    /** What Java has no word for. */
    @SuppressWarnings("restricted") // Native access is granted by the command that cuts the power.
    private static final class C {
        static final MethodHandle OPEN = function("open", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        static final MethodHandle CLOSE = function("close", ValueLayout.JAVA_INT);
        static final MethodHandle IOCTL = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow("ioctl"),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
                        Linker.Option.firstVariadicArg(2));

        private static MethodHandle function(String name, java.lang.foreign.MemoryLayout... arguments) {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(
                    linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
        }
    }
}
