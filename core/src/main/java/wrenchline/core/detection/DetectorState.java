package wrenchline.core.detection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.CRC32;
import wrenchline.core.equipment.EquipmentId;

/**
 * What a machine's detector knew (探测器快照).
 *
 * @param position every reading of the machine with a smaller number had been shown to it, and no other
 * @param newest event time of the newest of them
 * @param bytes with a version and a checksum
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they are kept; two states are never compared
public record DetectorState(EquipmentId equipment, long position, Instant newest, byte[] bytes) {

    /** Grows whenever what detectors write is no longer understood by those that read it. */
    private static final int VERSION = 1;

    /** What {@code detector} knows. */
    public static DetectorState of(EquipmentId equipment, long position, Instant newest, Detector detector) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try {
            detector.write(new DataOutputStream(body));
            DataOutputStream out = new DataOutputStream(whole);
            out.writeInt(VERSION);
            out.writeLong(checksum(body.toByteArray()));
            out.write(body.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("writing what the detector of " + equipment + " knows", e);
        }
        return new DetectorState(equipment, position, newest, whole.toByteArray());
    }

    /**
     * Gives it to a fresh {@code detector}.
     *
     * @throws IOException when it is damaged, of another version, or not wholly understood; what could not be read begins afresh
     */
    public void giveTo(Detector detector) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("it is of version " + version + ", not " + VERSION);
        }
        long expected = in.readLong();
        byte[] body = in.readAllBytes();
        if (checksum(body) != expected) {
            throw new IOException("its checksum does not fit");
        }
        detector.read(new DataInputStream(new ByteArrayInputStream(body)));
    }

    private static long checksum(byte[] body) {
        CRC32 checksum = new CRC32();
        checksum.update(body);
        return checksum.getValue();
    }
}
