package wrenchline.core.equipment;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A unit whose components are diagnosed from the curves of its working cycles, by a model that was trained on cycles of known
 * condition (部件诊断对象).
 *
 * @param model file that {@code ./wrenchline foresight train diagnosis} wrote, relative to the folder of the equipment models
 * @param sensors what the machine calls each sensor of the training
 * @param counter the metric that grows when a cycle begins
 * @param cycle how long one takes, in event time
 * @param after so many cycles in a row must show the same before it counts
 */
public record DiagnosedUnit(
        String model, List<Sensor> sensors, String counter, Duration cycle, int after, List<Component> components) {

    /** @param name as in the training, for instance {@code PS1} */
    public record Sensor(String name, String metric) {}

    /**
     * A component (部件).
     *
     * @param id as the model calls it, for instance {@code cooler}
     * @param levels in which something is wrong with it; in all others it is well
     */
    public record Component(String id, Names names, List<Level> levels) {
        public Component {
            levels = List.copyOf(levels);
        }

        /** The failure mode (失效模式) of this component, for instance {@code DEGRADED_COOLER}. */
        public String failureMode() {
            return "DEGRADED_" + id.toUpperCase(Locale.ROOT).replace('-', '_');
        }

        /** Empty when the component is well at {@code value}. */
        public Optional<Level> level(int value) {
            return levels.stream().filter(level -> level.value() == value).findFirst();
        }
    }

    /**
     * How far gone a component is (劣化等级).
     *
     * @param value as in the training, for instance 20 for a cooler at a fifth
     */
    public record Level(int value, Names names, Severity severity) {}

    public DiagnosedUnit {
        sensors = List.copyOf(sensors);
        components = List.copyOf(components);
    }

    /** The component {@code id}. */
    public Optional<Component> component(String id) {
        return components.stream()
                .filter(component -> component.id().equals(id))
                .findFirst();
    }
}
