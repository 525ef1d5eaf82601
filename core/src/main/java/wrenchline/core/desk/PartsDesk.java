package wrenchline.core.desk;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wrenchline.core.detection.Fitting;
import wrenchline.core.equipment.Equipment;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.equipment.Foresight;
import wrenchline.core.equipment.Names;
import wrenchline.core.parts.Part;
import wrenchline.core.warranty.Coverage;

/** The parts of a machine that somebody looks after: those that wear, and those whose warranty is their own (设备部件). */
public final class PartsDesk {

    private final Desk desk;

    public PartsDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * One of them.
     *
     * @param part by its id in the model, or as the table of coverage calls it
     * @param fitting when it was last replaced; null where nobody said so
     * @param price what a new one costs the customer today, with its warranty and the reason
     */
    public record Fitted(String part, Names names, @Nullable Fitting fitting, PriceDesk.Answer price) {}

    /** Those of a registered machine; empty when there is no such. */
    public Optional<List<Fitted>> of(EquipmentId id) {
        return desk.transactions().call(books -> books.register().find(id).map(equipment -> of(books, equipment)));
    }

    private List<Fitted> of(Books books, Equipment equipment) {
        LocalDate today = LocalDate.ofInstant(
                desk.clock().instant(), books.rosters().current().zone());
        Foresight foresight = Optional.ofNullable(desk.models().get(equipment.model()))
                .map(EquipmentModel::foresight)
                .orElse(Foresight.NONE);
        Map<String, Fitting> fittings = books.fittings().of(equipment.id()).stream()
                .collect(Collectors.toMap(Fitting::part, Function.identity()));
        Map<String, Names> spares = books.parts().all().stream().collect(Collectors.toMap(Part::number, Part::names));
        return ids(books, equipment.model(), foresight).stream()
                .map(part -> new Fitted(
                        part,
                        foresight.partNames(part).orElseGet(() -> spares.getOrDefault(part, new Names(part, part))),
                        fittings.get(part),
                        new Pricing(desk, books).of(equipment, part, Optional.empty(), today)))
                .toList();
    }

    private static Set<String> ids(Books books, String model, Foresight foresight) {
        Set<String> ids = new LinkedHashSet<>(foresight.partIds());
        books.coverages().all().stream()
                .filter(line -> line.model().equals(model))
                .map(Coverage::component)
                .forEach(ids::add);
        return ids;
    }
}
