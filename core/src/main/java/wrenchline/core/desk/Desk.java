package wrenchline.core.desk;

import java.time.InstantSource;
import java.util.Map;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.notice.Wording;
import wrenchline.core.promise.Policy;

/**
 * What every use case of the desk (服务台) works with.
 *
 * @param models by their id
 */
public record Desk(
        Transactions transactions,
        InstantSource clock,
        Policy policy,
        Wording wording,
        Map<String, EquipmentModel> models) {
    public Desk {
        models = Map.copyOf(models);
    }
}
