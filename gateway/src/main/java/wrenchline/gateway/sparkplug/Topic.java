package wrenchline.gateway.sparkplug;

import java.util.Arrays;
import java.util.Optional;

/**
 * {@code spBv1.0/group/kind/node} or {@code spBv1.0/group/kind/node/device}.
 *
 * @param device empty when it is about the node itself
 */
record Topic(String group, Kind kind, String node, String device) {

    static final String ROOT = "spBv1.0/";

    /** The kinds of messages; those of devices begin with D. */
    enum Kind {
        NBIRTH,
        NDATA,
        NDEATH,
        NCMD,
        DBIRTH,
        DDATA,
        DDEATH,
        DCMD;

        boolean isOfDevice() {
            return name().startsWith("D");
        }
    }

    /** Empty when {@code topic} is none of the namespace. */
    static Optional<Topic> parse(String topic) {
        String[] levels = topic.split("/", -1);
        if (levels.length < 4 || levels.length > 5 || Arrays.asList(levels).contains("")) {
            return Optional.empty();
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(levels[2]) && kind.isOfDevice() == (levels.length == 5))
                .map(kind -> new Topic(levels[1], kind, levels[3], levels.length == 5 ? levels[4] : ""))
                .findFirst();
    }

    NodeId nodeId() {
        return new NodeId(group, node);
    }

    /** Names one edge node on its server. */
    record NodeId(String group, String node) {

        String commandTopic() {
            return ROOT + group + "/NCMD/" + node;
        }

        @Override
        public String toString() {
            return group + "/" + node;
        }
    }
}
