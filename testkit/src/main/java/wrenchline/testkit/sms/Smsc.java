package wrenchline.testkit.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.net.ServerSocketFactory;

/** A short message centre (短信中心) on loopback: takes messages as it is told to, and delivers receipts and messages when it is told to. */
public final class Smsc implements AutoCloseable {

    private final ServerSocket listening;
    private final List<Submitted> taken = new CopyOnWriteArrayList<>();
    private final List<SmscSession> sessions = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger(9);
    private final AtomicInteger binds = new AtomicInteger();
    private volatile Function<Submitted, Reaction> reaction = submitted -> Reaction.ACCEPT;
    private volatile IntFunction<String> ids = Integer::toString;
    private final List<Runnable> held = new CopyOnWriteArrayList<>();
    private volatile String password = "";
    private volatile Runnable afterTaking = () -> {};
    private volatile int deaf;

    private Smsc(ServerSocket listening) {
        this.listening = listening;
        Thread.ofVirtual().name("smsc").start(this::accept);
    }

    /** Listens on a free port. */
    public static Smsc start() {
        return start(ServerSocketFactory.getDefault(), 0);
    }

    /** Listens on {@code port}, for instance with TLS. */
    public static Smsc start(ServerSocketFactory sockets, int port) {
        try {
            return new Smsc(sockets.createServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        } catch (IOException failure) {
            throw new UncheckedIOException("listening for SMPP", failure);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How it takes what comes from now on. */
    public void react(Function<Submitted, Reaction> how) {
        reaction = how;
    }

    /** How its answers write the number of a message; receipts may write it otherwise. */
    public void idsAs(IntFunction<String> form) {
        ids = form;
    }

    /** Nobody is let in with another one. Empty lets everybody in. */
    public void demandPassword(String wanted) {
        password = wanted;
    }

    /** Is done after a message was taken and before that is answered. */
    public void afterTaking(Runnable work) {
        afterTaking = work;
    }

    /** Gives the answers that it held back, the latest first. */
    public void release() {
        List<Runnable> answers = List.copyOf(held);
        held.removeAll(answers);
        answers.reversed().forEach(Runnable::run);
    }

    /** Takes its leave ({@code unbind}); the status with which that is answered. */
    public CompletableFuture<Integer> unbind() {
        return session().unbind();
    }

    /** Hears nothing more on the first {@code connections} that are made, and keeps them open. */
    public void deafen(int connections) {
        deaf = connections;
    }

    boolean isDeafOn(SmscSession session) {
        return sessions.indexOf(session) < deaf;
    }

    /** Writes {@code octets}, which need not be SMPP, on the newest connection. */
    public void scribble(byte[] octets) {
        try {
            session().scribble(octets);
        } catch (IOException failure) {
            throw new UncheckedIOException("writing what is no SMPP", failure);
        }
    }

    /** Everything it took, oldest first. */
    public List<Submitted> taken() {
        return taken;
    }

    /** How often somebody signed in. */
    public int binds() {
        return binds.get();
    }

    /** Whether somebody is signed in now. */
    public boolean isBound() {
        return sessions.stream().anyMatch(SmscSession::isBound);
    }

    /** Breaks all connections. */
    public void cut() {
        sessions.forEach(SmscSession::cut);
    }

    /** Tells that {@code submitted} came to {@code state} (for instance {@code DELIVRD}); the status with which that is answered. */
    public CompletableFuture<Integer> receipt(Submitted submitted, String state) {
        return receipt(submitted, submitted.id(), state);
    }

    /** The same with its id written as {@code id}. */
    public CompletableFuture<Integer> receipt(Submitted submitted, String id, String state) {
        String text = "id:%s sub:001 dlvrd:001 submit date:2603020400 done date:2603020401 stat:%s err:000 text:"
                .formatted(id, state);
        return session().deliver(0x04, 0, submitted.to(), submitted.from(), text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Delivers {@code text} from {@code telephone}; the status with which that is answered. */
    public CompletableFuture<Integer> say(String telephone, String text) {
        return session().deliver(0, 8, telephone, "10690000", text.getBytes(StandardCharsets.UTF_16BE));
    }

    /** Delivers a segment of {@code text} with a header before it (GSM 03.40). */
    public CompletableFuture<Integer> saySegment(String telephone, String text, int reference, int number, int of) {
        byte[] segment = new Octets.Writer()
                .octets(new byte[] {5, 0, 3, (byte) reference, (byte) of, (byte) number})
                .octets(octets(text))
                .done();
        return session().deliver(0x40, 8, telephone, "10690000", segment);
    }

    /** Delivers a segment of {@code text} that parameters tell apart. */
    public CompletableFuture<Integer> saySegmentBySar(
            String telephone, String text, int reference, int number, int of) {
        byte[] parameters = new Octets.Writer()
                .parameter(0x020c, new byte[] {(byte) (reference >> 8), (byte) reference})
                .parameter(0x020e, new byte[] {(byte) of})
                .parameter(0x020f, new byte[] {(byte) number})
                .done();
        return session().deliver(0, 8, telephone, "10690000", octets(text), parameters);
    }

    /** Half a sign too. */
    private static byte[] octets(String text) {
        ByteBuffer octets = ByteBuffer.allocate(Character.BYTES * text.length());
        octets.asCharBuffer().put(text);
        return octets.array();
    }

    /** Delivers {@code text} as one parameter ({@code message_payload}), however long. */
    public CompletableFuture<Integer> sayPayload(String telephone, String text) {
        byte[] parameters = new Octets.Writer()
                .parameter(0x0424, text.getBytes(StandardCharsets.UTF_16BE))
                .done();
        return session().deliver(0, 8, telephone, "10690000", new byte[0], parameters);
    }

    /** Waits until {@code count} messages were taken. */
    public List<Submitted> await(int count) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        synchronized (taken) {
            while (taken.size() < count) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw new AssertionError("waited in vain for " + count + " messages; there are " + taken.size());
                }
                try {
                    taken.wait(left);
                } catch (InterruptedException stopped) {
                    throw new AssertionError(stopped);
                }
            }
            return List.copyOf(taken);
        }
    }

    void hold(Runnable answer) {
        held.add(answer);
    }

    String nextId() {
        return ids.apply(number.incrementAndGet());
    }

    boolean letsIn(String given) {
        boolean in = password.isEmpty() || password.equals(given);
        if (in) {
            binds.incrementAndGet();
        }
        return in;
    }

    Reaction take(Submitted submitted) {
        Reaction chosen = reaction.apply(submitted);
        switch (chosen) {
            case ACCEPT, ACCEPT_AND_CUT, ACCEPT_SILENTLY, ACCEPT_LATER -> {
                synchronized (taken) {
                    taken.add(submitted);
                    taken.notifyAll();
                }
                afterTaking.run();
            }
            case CUT, THROTTLE, NO_SUCH_NUMBER, REJECT -> {}
        }
        return chosen;
    }

    private SmscSession session() {
        return sessions.reversed().stream()
                .filter(SmscSession::isBound)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody is signed in at the short message centre"));
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                SmscSession session = new SmscSession(this, socket);
                sessions.add(session);
                Thread.ofVirtual().name("smsc session").start(session);
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("closing the short message centre", failure);
        }
        cut();
    }
}
