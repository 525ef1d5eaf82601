package wrenchline.gateway.ingest;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import wrenchline.gateway.ingest.Acknowledgement.Outcome;

/** Whom to tell what when a message is on disk. */
record Receipt(Acknowledgement acknowledgement, Outcome outcome) {

    /** Tells all of {@code group}, and then their sources, once each, that this was a group. */
    static void tell(List<Receipt> group) {
        Set<Runnable> ends = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Receipt receipt : group) {
            receipt.acknowledgement.settled(receipt.outcome);
            ends.add(receipt.acknowledgement.afterGroup());
        }
        ends.forEach(Runnable::run);
    }
}
