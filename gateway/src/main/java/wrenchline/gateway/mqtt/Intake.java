package wrenchline.gateway.mqtt;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Queue;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;
import wrenchline.gateway.mqtt.hub.Hub;
import wrenchline.gateway.mqtt.hub.Publication;

/**
 * The messages of one connection that are not acknowledged, in the order in which they came and are acknowledged (MQTT-4.6.0),
 * whatever the order in which the pipeline is done with them. Used on the event loop alone.
 */
final class Intake {

    private static final int PUBACK = 0x40;
    private static final int PUBREC = 0x50;
    private static final int LONGEST_REPLY = 5;

    private final EndpointLimits limits;
    private final boolean withReason;
    private final Hub hub;
    private final Queue<Receipt> order = new ArrayDeque<>();
    private long bytes;

    /** @param withReason whether replies tell what became of the message, as those of MQTT 5 do */
    Intake(EndpointLimits limits, Hub hub, boolean withReason) {
        this.limits = limits;
        this.hub = hub;
        this.withReason = withReason;
    }

    void expect(Receipt receipt) {
        order.add(receipt);
        bytes += receipt.bytes();
    }

    boolean isEmpty() {
        return order.isEmpty();
    }

    boolean isFull() {
        return order.size() >= limits.inFlight() || bytes >= limits.bytesInFlight();
    }

    boolean hasRoom() {
        return order.size() <= limits.inFlight() / 2 && bytes <= limits.bytesInFlight() / 2;
    }

    /** Whether the oldest is on disk. */
    boolean isDue() {
        Receipt head = order.peek();
        return head != null && head.outcome() != null;
    }

    int replyBytes() {
        return LONGEST_REPLY * order.size();
    }

    /** Writes the replies to all that are due into {@code replies}: one buffer and one flush for many. */
    void settle(ByteBuf replies) {
        for (Receipt head = order.peek(); head != null; head = order.peek()) {
            Outcome outcome = head.outcome();
            if (outcome == null) {
                return;
            }
            order.remove();
            bytes -= head.bytes();
            reply(head, outcome, replies);
            tell(head, outcome);
        }
    }

    /** Others are told only of what is on disk and understood. */
    private void tell(Receipt receipt, Outcome outcome) {
        Publication publication = receipt.takePublication();
        if (publication != null && outcome == Outcome.KEPT) {
            hub.tell(publication);
        }
    }

    private void reply(Receipt receipt, Outcome outcome, ByteBuf replies) {
        switch (receipt.qos()) {
            case 1 -> {
                // A missing reason means success.
                boolean tells = withReason && outcome != Outcome.KEPT;
                replies.writeByte(PUBACK).writeByte(tells ? 3 : 2).writeShort(receipt.packet());
                if (tells) {
                    replies.writeByte(reason(outcome));
                }
            }
            // Success for the quarantined too: they are on disk, and an error code would end the exchange here.
            case 2 -> replies.writeByte(PUBREC).writeByte(2).writeShort(receipt.packet());
            default -> {}
        }
    }

    private static int reason(Outcome outcome) {
        return switch (outcome) {
            case KEPT -> 0x00;
            case BAD_TOPIC -> 0x87; // not authorized
            case BAD_PAYLOAD -> 0x99; // payload format invalid
        };
    }
}
