package wrenchline.core.device;

import java.util.ArrayList;
import java.util.List;
import wrenchline.core.equipment.EquipmentId;

/**
 * The topics of one machine (主题权限): it may publish to them and subscribe to them, and to no others.
 *
 * @param filters MQTT topic filters
 */
public record TopicRights(List<String> filters) {

    /** Where Sparkplug hosts say whether they are there; nodes must know it and may not say it. */
    private static final TopicRights HOSTS = new TopicRights(List.of("spBv1.0/STATE/#", "STATE/#"));

    private static final String SHARED = "$share/";

    public TopicRights {
        filters = List.copyOf(filters);
    }

    /** Those of {@code equipment}: its own topics, ThingsBoard's for 'me', a Sparkplug node of its name, and {@code more}. */
    public static TopicRights of(EquipmentId equipment, List<String> more) {
        List<String> filters = new ArrayList<>(
                List.of("equipment/" + equipment + "/#", "v1/devices/me/#", "spBv1.0/+/+/" + equipment + "/#"));
        filters.addAll(more);
        return new TopicRights(filters);
    }

    /** Whether {@code filter} is a topic filter. */
    public static boolean isFilter(String filter) {
        String[] levels = levels(filter);
        for (int index = 0; index < levels.length; index++) {
            String level = levels[index];
            boolean wildcard = level.equals("+") || (level.equals("#") && index == levels.length - 1);
            if (!wildcard && (level.contains("+") || level.contains("#"))) {
                return false;
            }
        }
        return !filter.isEmpty() && filter.indexOf('\0') < 0;
    }

    public boolean mayPublish(String topic) {
        return covers(topic);
    }

    /** Whether every topic of {@code filter} may be read. */
    public boolean maySubscribe(String filter) {
        String plain = filter.startsWith(SHARED) ? filter.replaceFirst("\\$share/[^/]*/", "") : filter;
        return covers(plain) || HOSTS.covers(plain);
    }

    private boolean covers(String wanted) {
        String[] levels = levels(wanted);
        return filters.stream().anyMatch(right -> covers(levels(right), levels));
    }

    private static boolean covers(String[] right, String[] wanted) {
        for (int index = 0; index < right.length; index++) {
            if (right[index].equals("#")) {
                return true;
            }
            if (index == wanted.length || wanted[index].equals("#")) {
                return false;
            }
            if (!right[index].equals("+") && !right[index].equals(wanted[index])) {
                return false;
            }
        }
        return right.length == wanted.length;
    }

    private static String[] levels(String topic) {
        return topic.split("/", -1);
    }
}
