package wrenchline.hotline.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One connection to the manager interface (AMI). Actions are answered by their own id. Of the events only those are kept that
 * answer an action of ours; what happens on the lines is read from the ledger.
 */
final class AmiConnection implements AutoCloseable {

    /** No word for so long, not even the answer to a ping, means that Asterisk hangs. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Socket socket;
    private final BufferedReader reader;
    private final AtomicLong ids = new AtomicLong();
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    private volatile boolean open = true;

    private AmiConnection(Socket socket, BufferedReader reader) {
        this.socket = socket;
        this.reader = reader;
    }

    /**
     * @param answer completes with everything that answers: one message, or a whole list
     * @param outcome completes with the end of an originate
     */
    private record Pending(
            boolean list,
            List<AmiMessage> items,
            CompletableFuture<List<AmiMessage>> answer,
            CompletableFuture<Boolean> outcome) {}

    static AmiConnection open(String host, int port, String user, String secret) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), 2000);
            socket.setSoTimeout((int) SILENCE.toMillis());
            socket.setTcpNoDelay(true);
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            reader.readLine();
            AmiConnection connection = new AmiConnection(socket, reader);
            Thread.ofVirtual().name("ami-reader").start(connection::read);
            AmiMessage answer =
                    connection.send(Map.of("Action", "Login", "Username", user, "Secret", secret, "Events", "call"));
            if (!answer.isSuccess()) {
                throw new IOException("logging in to the manager interface: " + answer.get("Message"));
            }
            return connection;
        } catch (IOException trouble) {
            socket.close();
            throw trouble;
        }
    }

    boolean isOpen() {
        return open;
    }

    /** Sends {@code action} and waits for its answer. */
    AmiMessage send(Map<String, String> action) throws IOException {
        return ask(action, false).getFirst();
    }

    /** Sends {@code action} and waits for its answer and the list that follows. */
    List<AmiMessage> list(Map<String, String> action) throws IOException {
        return ask(action, true);
    }

    /** An originate that Asterisk took: its answer, and later whether anybody answered. */
    record Originated(AmiMessage answer, CompletableFuture<Boolean> outcome) {}

    Originated originate(Map<String, String> action) throws IOException {
        Pending entry = enter(false);
        String id = write(action, entry);
        AmiMessage answer = await(entry, action).getFirst();
        if (!answer.isSuccess()) {
            pending.remove(id);
        }
        return new Originated(answer, entry.outcome());
    }

    private List<AmiMessage> ask(Map<String, String> action, boolean list) throws IOException {
        Pending entry = enter(list);
        String id = write(action, entry);
        try {
            return await(entry, action);
        } finally {
            pending.remove(id);
        }
    }

    private static Pending enter(boolean list) {
        return new Pending(list, new ArrayList<>(), new CompletableFuture<>(), new CompletableFuture<>());
    }

    private String write(Map<String, String> action, Pending entry) throws IOException {
        String id = Long.toString(ids.incrementAndGet());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Action", action.getOrDefault("Action", ""));
        fields.put("ActionID", id);
        action.forEach(fields::putIfAbsent);
        pending.put(id, entry);
        byte[] bytes = AmiMessage.write(fields).getBytes(StandardCharsets.UTF_8);
        synchronized (socket) {
            socket.getOutputStream().write(bytes);
        }
        if (!open) {
            throw new IOException("the manager interface is away");
        }
        return id;
    }

    private static List<AmiMessage> await(Pending entry, Map<String, String> action) throws IOException {
        String what = "waiting for the manager interface to answer " + action.get("Action");
        try {
            return entry.answer().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException trouble) {
            throw new IOException(what, trouble);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(what + ": interrupted", stopped);
        }
    }

    private void read() {
        try {
            while (open) {
                take(AmiMessage.read(reader));
            }
        } catch (IOException gone) {
            pending.values().forEach(entry -> entry.answer().completeExceptionally(gone));
        } finally {
            close();
        }
    }

    private void take(AmiMessage message) {
        String id = message.get("ActionID");
        Pending entry = pending.get(id);
        if (entry == null) {
            return;
        }
        if (message.get("Event").equals("OriginateResponse")) {
            pending.remove(id);
            entry.outcome().complete(message.isSuccess());
            return;
        }
        entry.items().add(message);
        boolean whole = !entry.list()
                || message.get("EventList").equals("Complete")
                || message.get("Response").equals("Error");
        if (whole) {
            entry.answer().complete(List.copyOf(entry.items()));
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            socket.close();
        } catch (IOException gone) {
            // It was gone already.
            return;
        }
    }
}
