package wrenchline.config;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** In which line of a YAML text each value stands. */
final class Lines {

    private final Map<String, Integer> found = new TreeMap<>();

    private Lines() {}

    /** By paths such as {@code clauses[0].within}; none when it is no YAML. */
    static Map<String, Integer> of(String text) {
        Lines lines = new Lines();
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setUseMarks(true).build()).composeString(text);
            root.ifPresent(node -> lines.walk("", node));
        } catch (YamlEngineException noYaml) {
            return Map.of();
        }
        return lines.found;
    }

    private void walk(String path, Node node) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    String below = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
                    note(below, key);
                    walk(below, tuple.getValueNode());
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int index = 0; index < sequence.getValue().size(); index++) {
                String below = path + "[" + index + "]";
                note(below, sequence.getValue().get(index));
                walk(below, sequence.getValue().get(index));
            }
        }
    }

    private void note(String path, Node node) {
        node.getStartMark().ifPresent(mark -> found.put(path, mark.getLine() + 1));
    }
}
