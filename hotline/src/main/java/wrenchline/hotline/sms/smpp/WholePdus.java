package wrenchline.hotline.sms.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.jsmpp.PDUReader;
import org.jsmpp.bean.Command;

/**
 * Reads PDUs whole or not at all. The library's own reader forgets what it has read of one when the line falls silent in the middle, and
 * makes room for as many bytes as a broken SMSC claims to send.
 */
final class WholePdus implements PDUReader {

    private static final int HEADER = 16;

    /** More than any PDU of SMPP 3.4 with the longest message_payload (64 KiB) needs. */
    private static final int LONGEST = 256 * 1024;

    private volatile boolean watching;

    /** From now on silence is told to the library; before, it has nobody who could ask whether the line is alive, and would stop reading. */
    void watch() {
        watching = true;
    }

    @Override
    public Command readPDUHeader(DataInputStream in) throws IOException {
        byte[] octets = new byte[HEADER];
        octets[0] = firstOctet(in);
        readRest(in, octets, 1);
        ByteBuffer fields = ByteBuffer.wrap(octets);
        int length = fields.getInt();
        if (length < HEADER || length > LONGEST) {
            throw new IOException("a PDU of " + Integer.toUnsignedString(length) + " bytes: this is not SMPP");
        }
        Command header = new Command();
        header.setCommandLength(length);
        header.setCommandId(fields.getInt());
        header.setCommandStatus(fields.getInt());
        header.setSequenceNumber(fields.getInt());
        return header;
    }

    /** Between two PDUs a line may be silent. */
    private byte firstOctet(DataInputStream in) throws IOException {
        while (true) {
            try {
                return in.readByte();
            } catch (SocketTimeoutException silent) {
                if (watching) {
                    throw silent;
                }
            }
        }
    }

    @Override
    public byte[] readPDU(DataInputStream in, Command header) throws IOException {
        return readPDU(
                in,
                header.getCommandLength(),
                header.getCommandId(),
                header.getCommandStatus(),
                header.getSequenceNumber());
    }

    @Override
    public byte[] readPDU(DataInputStream in, int length, int command, int status, int sequence) throws IOException {
        byte[] pdu = ByteBuffer.allocate(length)
                .putInt(length)
                .putInt(command)
                .putInt(status)
                .putInt(sequence)
                .array();
        readRest(in, pdu, HEADER);
        return pdu;
    }

    private static void readRest(DataInputStream in, byte[] octets, int from) throws IOException {
        try {
            in.readFully(octets, from, octets.length - from);
        } catch (SocketTimeoutException silent) {
            throw new IOException("silence in the middle of a PDU", silent);
        }
    }
}
