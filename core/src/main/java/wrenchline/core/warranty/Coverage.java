package wrenchline.core.warranty;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * For how long a component of a model is covered (部件质保), where that is not as long as the whole. A change is a further line: it holds for
 * what was sold from then on, and the older line goes on for the rest.
 *
 * @param since the first day of a warranty for which it holds
 * @param reference where it stands, for instance a supplier's letter
 */
public record Coverage(String model, String component, Period term, LocalDate since, String reference) {

    /** The line that holds for a warranty that began on {@code from}. */
    static Optional<Coverage> of(List<Coverage> lines, String model, String component, LocalDate from) {
        return lines.stream()
                .filter(line -> line.model().equals(model) && line.component().equals(component))
                .filter(line -> !line.since().isAfter(from))
                .max(Comparator.comparing(Coverage::since));
    }
}
