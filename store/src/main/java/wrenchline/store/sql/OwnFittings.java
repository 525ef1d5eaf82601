package wrenchline.store.sql;

import java.time.Instant;
import java.util.List;
import wrenchline.core.desk.Transactions;
import wrenchline.core.detection.Fitting;
import wrenchline.core.detection.Fittings;
import wrenchline.core.equipment.EquipmentId;

/** Fittings, each call in a transaction of its own. */
record OwnFittings(Transactions transactions) implements Fittings {

    @Override
    public void keep(Fitting fitting) {
        transactions.run(books -> books.fittings().keep(fitting));
    }

    @Override
    public List<Fitting> of(EquipmentId equipment) {
        return transactions.call(books -> books.fittings().of(equipment));
    }

    @Override
    public List<Fitting> since(Instant time) {
        return transactions.call(books -> books.fittings().since(time));
    }
}
