package wrenchline.dashboard.live;

import java.util.List;
import java.util.function.Predicate;
import wrenchline.core.desk.Change;
import wrenchline.core.equipment.EquipmentId;

/** What a listener may see of all that happens. May block. */
public interface Sight {

    /** Of those who see all. */
    Sight EVERYTHING = new Sight() {
        @Override
        public List<Change> of(List<Change> changes) {
            return changes;
        }

        @Override
        public Predicate<EquipmentId> machines() {
            return any -> true;
        }

        @Override
        public boolean ofTheProduct() {
            return true;
        }
    };

    /** Those of {@code changes} that it may see, in their order. */
    List<Change> of(List<Change> changes);

    /** Whose values it may see now. */
    Predicate<EquipmentId> machines();

    /** Whether it may see how the product itself is. */
    boolean ofTheProduct();
}
