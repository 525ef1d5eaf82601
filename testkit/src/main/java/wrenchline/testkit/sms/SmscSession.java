package wrenchline.testkit.sms;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection of the short message centre. */
final class SmscSession implements Runnable {

    private static final int THROTTLED = 0x58;
    private static final int INVALID_DESTINATION = 0x0b;
    private static final int SUBMIT_FAILED = 0x45;
    private static final int BIND_FAILED = 0x0d;
    private static final int QUERY_FAILED = 0x67;
    private static final byte[] NOTHING = {};

    private final Smsc centre;
    private final Socket socket;
    private final AtomicInteger sequence = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Integer>> delivered = new ConcurrentHashMap<>();
    private volatile boolean bound;

    SmscSession(Smsc centre, Socket socket) {
        this.centre = centre;
        this.socket = socket;
    }

    boolean isBound() {
        return bound && !socket.isClosed();
    }

    @Override
    public void run() {
        try (DataInputStream in = new DataInputStream(socket.getInputStream())) {
            while (true) {
                react(Pdu.read(in));
            }
        } catch (IOException ended) {
            cut();
        }
    }

    private void react(Pdu pdu) throws IOException {
        if (centre.isDeafOn(this)) {
            return;
        }
        switch (pdu.command()) {
            case Pdu.BIND_TRANSCEIVER -> bind(pdu);
            case Pdu.SUBMIT -> submit(pdu);
            case Pdu.ENQUIRE_LINK -> send(pdu.answer(0, NOTHING));
            case Pdu.UNBIND -> {
                bound = false;
                send(pdu.answer(0, NOTHING));
            }
            case Pdu.QUERY -> send(pdu.answer(QUERY_FAILED, NOTHING));
            case Pdu.DELIVER | Pdu.RESPONSE, Pdu.UNBIND | Pdu.RESPONSE -> {
                CompletableFuture<Integer> waiting = delivered.remove(pdu.sequence());
                if (waiting != null) {
                    waiting.complete(pdu.status());
                }
            }
            default -> throw new IOException("reading a PDU: command " + Integer.toHexString(pdu.command()));
        }
    }

    private void bind(Pdu pdu) throws IOException {
        Octets.Reader reader = new Octets.Reader(pdu.body());
        reader.text();
        boolean in = centre.letsIn(reader.text());
        bound = in;
        send(pdu.answer(in ? 0 : BIND_FAILED, new Octets.Writer().text("smsc").done()));
    }

    private void submit(Pdu pdu) throws IOException {
        String id = centre.nextId();
        switch (centre.take(Submitted.read(pdu.body(), id))) {
            case ACCEPT -> send(pdu.answer(0, new Octets.Writer().text(id).done()));
            case ACCEPT_SILENTLY -> {}
            case ACCEPT_LATER ->
                centre.hold(() ->
                        sendIfOpen(pdu.answer(0, new Octets.Writer().text(id).done())));
            case ACCEPT_AND_CUT, CUT -> cut();
            case THROTTLE -> send(pdu.answer(THROTTLED, NOTHING));
            case NO_SUCH_NUMBER -> send(pdu.answer(INVALID_DESTINATION, NOTHING));
            case REJECT -> send(pdu.answer(SUBMIT_FAILED, NOTHING));
        }
    }

    CompletableFuture<Integer> unbind() {
        CompletableFuture<Integer> answer = ask(Pdu.UNBIND, NOTHING);
        bound = false;
        return answer;
    }

    CompletableFuture<Integer> deliver(int esmClass, int coding, String from, String to, byte[] text) {
        return deliver(esmClass, coding, from, to, text, NOTHING);
    }

    CompletableFuture<Integer> deliver(
            int esmClass, int coding, String from, String to, byte[] text, byte[] parameters) {
        byte[] body = new Octets.Writer()
                .text("")
                .octet(1)
                .octet(1)
                .text(from)
                .octet(1)
                .octet(1)
                .text(to)
                .octet(esmClass)
                .octet(0)
                .octet(0)
                .text("")
                .text("")
                .octet(0)
                .octet(0)
                .octet(coding)
                .octet(0)
                .octet(text.length)
                .octets(text)
                .octets(parameters)
                .done();
        return ask(Pdu.DELIVER, body);
    }

    private CompletableFuture<Integer> ask(int command, byte[] body) {
        int mine = sequence.incrementAndGet();
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        delivered.put(mine, answer);
        try {
            send(new Pdu(command, 0, mine, body));
        } catch (IOException lost) {
            answer.completeExceptionally(lost);
        }
        return answer;
    }

    /** Octets that need not be SMPP. */
    synchronized void scribble(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        socket.getOutputStream().flush();
    }

    private void sendIfOpen(Pdu pdu) {
        try {
            send(pdu);
        } catch (IOException lost) {
            cut();
        }
    }

    private synchronized void send(Pdu pdu) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(pdu.bytes());
        out.flush();
    }

    void cut() {
        bound = false;
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // That is what was wanted.
        }
        delivered.values().forEach(waiting -> waiting.completeExceptionally(new IOException("the connection was cut")));
    }
}
