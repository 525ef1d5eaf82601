package wrenchline.hotline;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A caller who writes the SIP messages by hand, and whatever they like into them. */
final class RawCaller implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int PATIENCE = 10_000;

    private final DatagramSocket socket = new DatagramSocket(0, LOOPBACK);
    private final String id = UUID.randomUUID().toString();
    private final int port;
    private final String dialled;
    private final String user;
    private String answer = "";

    private RawCaller(int port, String dialled, String user) throws IOException {
        this.port = port;
        this.dialled = dialled;
        this.user = user;
        socket.setSoTimeout(PATIENCE);
    }

    /** Calls {@code dialled} as {@code user}, both as they stand in a SIP address, and takes the final answer. */
    static RawCaller invite(int port, String dialled, String user) throws IOException {
        RawCaller caller = new RawCaller(port, dialled, user);
        String here = "127.0.0.1";
        String speech = "v=0\r\no=- 1 1 IN IP4 " + here + "\r\ns=-\r\nc=IN IP4 " + here
                + "\r\nt=0 0\r\nm=audio 9 RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n";
        caller.send(
                "INVITE",
                1,
                "",
                "Contact: <sip:x@" + here + ":" + caller.socket.getLocalPort()
                        + ">\r\nContent-Type: application/sdp\r\n",
                speech);
        do {
            caller.answer = caller.receive();
        } while (caller.status() < 200);
        caller.send("ACK", 1, caller.tag(), "", "");
        return caller;
    }

    int status() {
        return Integer.parseInt(answer.substring(8, 11));
    }

    @Override
    public void close() throws IOException {
        if (status() == 200) {
            send("BYE", 2, tag(), "", "");
            receive();
        }
        socket.close();
    }

    private void send(String method, int number, String toTag, String more, String body) throws IOException {
        String target = "sip:" + dialled + "@127.0.0.1:" + port;
        String message = method + " " + target + " SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP 127.0.0.1:" + socket.getLocalPort() + ";branch=z9hG4bK" + method + id + ";rport\r\n"
                + "Max-Forwards: 70\r\n"
                + "From: \"" + id + "<script>\" <sip:" + user + "@127.0.0.1>;tag=" + id + "\r\n"
                + "To: <" + target + ">" + toTag + "\r\n"
                + "Call-ID: " + id + "\r\n"
                + "CSeq: " + number + " " + method + "\r\n"
                + more
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, LOOPBACK, port));
    }

    private String receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[8192], 8192);
        socket.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    private String tag() {
        Matcher tag = Pattern.compile("(?im)^To:.*(;tag=[^;\\s]+)").matcher(answer);
        return tag.find() ? tag.group(1) : "";
    }
}
