package wrenchline.testkit.sms;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One SMPP message, its body not yet read. */
final class Pdu {

    static final int BIND_TRANSCEIVER = 0x09;
    static final int SUBMIT = 0x04;
    static final int DELIVER = 0x05;
    static final int QUERY = 0x03;
    static final int UNBIND = 0x06;
    static final int ENQUIRE_LINK = 0x15;
    static final int RESPONSE = 0x80000000;

    private static final int HEADER = 16;

    private final int command;
    private final int status;
    private final int sequence;
    private final byte[] body;

    Pdu(int command, int status, int sequence, byte[] body) {
        this.command = command;
        this.status = status;
        this.sequence = sequence;
        this.body = body.clone();
    }

    int command() {
        return command;
    }

    int status() {
        return status;
    }

    int sequence() {
        return sequence;
    }

    byte[] body() {
        return body.clone();
    }

    static Pdu read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < HEADER || length > 1 << 20) {
            throw new IOException("reading a PDU: its length is " + length);
        }
        int command = in.readInt();
        int status = in.readInt();
        int sequence = in.readInt();
        byte[] body = in.readNBytes(length - HEADER);
        if (body.length < length - HEADER) {
            throw new EOFException("reading a PDU: cut off");
        }
        return new Pdu(command, status, sequence, body);
    }

    Pdu answer(int answerStatus, byte[] answerBody) {
        return new Pdu(command | RESPONSE, answerStatus, sequence, answerBody);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(HEADER + body.length)
                .putInt(HEADER + body.length)
                .putInt(command)
                .putInt(status)
                .putInt(sequence)
                .put(body)
                .array();
    }
}
