package wrenchline.gateway.mqtt;

import wrenchline.gateway.payload.Sender;

/** ThingsBoard's devices call themselves 'me' in their topics; everybody else has to know who that is. */
final class DeviceTopics {

    private static final String ROOT = "v1/devices/";
    private static final String ME = ROOT + "me/";

    private final String self;

    DeviceTopics(Sender sender) {
        this.self = switch (sender) {
            case Sender.Machine(var equipment, var unused) -> ROOT + equipment + "/";
            case Sender.Anyone() -> ME;
        };
    }

    /** A topic or filter as the device says it, as it is to all. */
    String inward(String topic) {
        return topic.startsWith(ME) ? self + topic.substring(ME.length()) : topic;
    }

    /** The opposite. */
    String outward(String topic) {
        return topic.startsWith(self) ? ME + topic.substring(self.length()) : topic;
    }
}
