package wrenchline.store.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import wrenchline.core.reading.Readings.HistoryUnavailable;

/** Open hours in a file: a line for each that was opened or closed, {@code +} or {@code -} and its beginning in microseconds. */
final class HourFile implements OpenHours.Notes, AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final Collection<Long> found;

    private HourFile(Path folder, Path file, Collection<Long> found) throws IOException {
        this.file = file;
        this.found = found;
        // Written anew each time, so that it never grows for long and never goes on after half a line.
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (FileChannel fresh = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(fresh, '+', found);
            fresh.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folder);
        this.channel = FileChannel.open(file, StandardOpenOption.APPEND);
    }

    /** Opens the file in {@code folder}; when it is not there, it begins with {@code all}. */
    static HourFile open(Path folder, Supplier<Collection<Long>> all) {
        Path file = folder.resolve("open-hours");
        try {
            return new HourFile(folder, file, Files.exists(file) ? noted(file) : all.get());
        } catch (IOException e) {
            throw new UncheckedIOException("opening the open hours in " + file, e);
        }
    }

    private static Collection<Long> noted(Path file) throws IOException {
        String text = Files.readString(file);
        Collection<Long> hours = new TreeSet<>();
        // What stands behind the last line end was never finished, so nothing was written into that hour.
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> {
            long hour = Long.parseLong(line, 1, line.length(), 10);
            if (line.charAt(0) == '+') {
                hours.add(hour);
            } else {
                hours.remove(hour);
            }
        });
        return hours;
    }

    @Override
    public Collection<Long> read() {
        return found;
    }

    @Override
    public void open(Collection<Long> hours) {
        try {
            write(channel, '+', hours);
            channel.force(false);
        } catch (IOException e) {
            throw new HistoryUnavailable("noting open hours in " + file, e);
        }
    }

    @Override
    public void close(Collection<Long> hours) {
        try {
            write(channel, '-', hours);
        } catch (IOException e) {
            throw new HistoryUnavailable("noting closed hours in " + file, e);
        }
    }

    private static void write(FileChannel channel, char sign, Collection<Long> hours) throws IOException {
        String lines = hours.stream().map(hour -> sign + "" + hour + "\n").collect(Collectors.joining());
        ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII));
        long before = channel.size();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            // A full disk: the next line must not go on after half of this one.
            channel.truncate(before);
            throw e;
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + file, e);
        }
    }
}
