package wrenchline.gateway.mqtt.hub;

/** Matches topics one by one: for the few that are retained. */
final class TopicFilter {

    private final String text;
    private final String[] levels;

    TopicFilter(String text) {
        this.text = text;
        this.levels = text.split("/", -1);
    }

    /** With what every topic begins that it matches. */
    String prefix() {
        int wildcard = text.indexOf('#');
        int plus = text.indexOf('+');
        int first = Math.min(wildcard < 0 ? text.length() : wildcard, plus < 0 ? text.length() : plus);
        // 'a/#' matches 'a' as well.
        return first < text.length() && first > 0 && text.charAt(first) == '#'
                ? text.substring(0, first - 1)
                : text.substring(0, first);
    }

    boolean matches(String topic) {
        String[] topicLevels = topic.split("/", -1);
        if (topic.startsWith("$") && (levels[0].equals("#") || levels[0].equals("+"))) {
            return false;
        }
        for (int index = 0; index < levels.length; index++) {
            if (levels[index].equals("#")) {
                return true;
            }
            if (index == topicLevels.length
                    || (!levels[index].equals("+") && !levels[index].equals(topicLevels[index]))) {
                return false;
            }
        }
        return levels.length == topicLevels.length;
    }
}
