package wrenchline.core.desk;

import java.time.InstantSource;
import java.util.Map;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.notice.TicketLinks;
import wrenchline.core.notice.Wording;
import wrenchline.core.promise.Policy;

/**
 * What every use case of the desk (服务台) works with.
 *
 * @param models by their id
 * @param links with which messages open the page of a ticket
 */
public record Desk(
        Transactions transactions,
        InstantSource clock,
        Policy policy,
        Wording wording,
        Map<String, EquipmentModel> models,
        TicketLinks links) {
    public Desk {
        models = Map.copyOf(models);
    }

    /** Without links in messages. */
    public Desk(
            Transactions transactions,
            InstantSource clock,
            Policy policy,
            Wording wording,
            Map<String, EquipmentModel> models) {
        this(transactions, clock, policy, wording, models, TicketLinks.NONE);
    }
}
