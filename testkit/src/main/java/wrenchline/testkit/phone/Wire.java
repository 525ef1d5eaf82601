package wrenchline.testkit.phone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The wire to the telephones: every event is kept, and a test waits for the one it needs. */
final class Wire implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader reader;
    private final List<Event> events = new ArrayList<>();

    Wire(int port, String secret) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        reader.readLine();
        Thread.ofVirtual().start(this::read);
        send(Map.of("Action", "Login", "Username", "test", "Secret", secret));
    }

    void send(Map<String, String> action) {
        StringBuilder text = new StringBuilder("Action: " + action.get("Action") + "\r\n");
        action.forEach((name, value) -> {
            if (!name.equals("Action")) {
                text.append(name).append(": ").append(value).append("\r\n");
            }
        });
        try {
            socket.getOutputStream().write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("telling a telephone to " + action, e);
        }
    }

    /** The first event that fits, waiting for it if need be. */
    Event await(String what, Predicate<Event> fits, Duration patience) {
        return await(what, fits, 1, patience);
    }

    /** The {@code nth} event that fits (1 is the first), waiting for it if need be. */
    Event await(String what, Predicate<Event> fits, int nth, Duration patience) {
        return find(fits, nth, patience)
                .orElseThrow(() -> new AssertionError("waited " + patience.toSeconds() + " s in vain for " + what));
    }

    /** The {@code nth} event that fits, if it comes within {@code patience}. */
    Optional<Event> find(Predicate<Event> fits, int nth, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        synchronized (events) {
            while (true) {
                Optional<Event> found =
                        events.stream().filter(fits).skip(nth - 1L).findFirst();
                long left = (until - System.nanoTime()) / 1_000_000;
                if (found.isPresent() || left <= 0) {
                    return found;
                }
                try {
                    events.wait(left);
                } catch (InterruptedException e) {
                    throw new IllegalStateException("waiting for the telephones", e);
                }
            }
        }
    }

    /** How many events that fit have come so far. */
    int count(Predicate<Event> fits) {
        synchronized (events) {
            return (int) events.stream().filter(fits).count();
        }
    }

    private void read() {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    fields.putIfAbsent(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                } else if (!fields.isEmpty()) {
                    synchronized (events) {
                        events.add(new Event(Map.copyOf(fields)));
                        events.notifyAll();
                    }
                    fields.clear();
                }
            }
        } catch (IOException closed) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
