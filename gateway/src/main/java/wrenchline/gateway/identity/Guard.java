package wrenchline.gateway.identity;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import wrenchline.core.device.TopicRights;
import wrenchline.gateway.ingest.Arrival;
import wrenchline.gateway.ingest.Ingest;
import wrenchline.gateway.ingest.Inlet;
import wrenchline.gateway.payload.Decoded;

/** Keeps machines to their own topics: what one publishes elsewhere is acknowledged once it is in quarantine, and counted. */
public final class Guard {

    private final Inlet inlet;
    private final Ingest quarantine;
    private final LongAdder foreign = new LongAdder();

    /**
     * @param inlet for what is allowed
     * @param quarantine where the rest is rejected
     */
    public Guard(Inlet inlet, Ingest quarantine) {
        this.inlet = inlet;
        this.quarantine = quarantine;
    }

    /** Where one connection of {@code identity} brings its messages, on one thread at a time. */
    public Inlet inlet(Identity identity) {
        return switch (identity) {
            case Identity.Site _ -> inlet;
            case Identity.Machine _, Identity.Stranger _ -> new OwnTopics(identity.publishing());
        };
    }

    /** Messages to topics of others since the start. */
    public long foreign() {
        return foreign.sum();
    }

    private final class OwnTopics implements Inlet {
        private final TopicRights rights;
        /** Most machines have few topics, and use one for nearly everything. */
        private String lastAllowed = "";

        OwnTopics(TopicRights rights) {
            this.rights = rights;
        }

        @Override
        public boolean receive(Arrival arrival, Runnable whenRoom) {
            String topic = arrival.topic();
            if (topic.equals(lastAllowed)) {
                return inlet.receive(arrival, whenRoom);
            }
            if (rights.mayPublish(topic)) {
                lastAllowed = topic;
                return inlet.receive(arrival, whenRoom);
            }
            foreign.increment();
            return quarantine.receive(
                    arrival,
                    List.of(new Decoded.Rejected(Decoded.Fault.TOPIC, "the sender may not publish to this topic")),
                    whenRoom);
        }
    }
}
