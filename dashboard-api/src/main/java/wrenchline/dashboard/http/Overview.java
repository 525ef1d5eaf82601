package wrenchline.dashboard.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import wrenchline.core.desk.Books;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.quarantine.Holds;
import wrenchline.core.reading.Devices;
import wrenchline.core.transition.Tracked;

/** The product at a glance. */
final class Overview {

    private static final int MOST = 1_000;
    private static final int NEWEST_QUARANTINED = 20;

    private final Ports ports;

    Overview(Ports ports) {
        this.ports = ports;
    }

    /**
     * How many there are, none counted beyond 1000.
     *
     * @param runningPromises whose clock runs
     * @param brokenPromises that were not made good
     */
    record Counts(
            int equipment,
            int online,
            int openTickets,
            int runningPromises,
            int brokenPromises,
            int openCallbacks,
            int liveCalls) {}

    /**
     * @param quarantine ids of the newest messages that could not be understood; they change when another one comes in
     */
    record Glance(List<Health.Part> parts, Counts counts, List<UUID> quarantine) {}

    Glance now() {
        return new Glance(
                ports.health().parts(),
                counts(),
                ports.quarantine().list(Holds.Filter.ALL, Holds.Mark.START, NEWEST_QUARANTINED).stream()
                        .map(hold -> hold.message().id())
                        .toList());
    }

    Counts counts() {
        List<Devices.Seen> seen = ports.devices().seen();
        int online = (int) seen.stream().filter(Devices.Seen::online).count();
        int calls = ports.calls().live().size();
        return ports.desk().transactions().call(books -> counts(books, seen, online, calls));
    }

    private static Counts counts(Books books, List<Devices.Seen> seen, int online, int calls) {
        List<Tracked<Promise, PromiseState>> promises = books.promises().mostUrgent(MOST);
        Set<String> machines = new HashSet<>();
        books.register().equipment().forEach(one -> machines.add(one.id().value()));
        seen.forEach(one -> machines.add(one.equipment().value()));
        return new Counts(
                machines.size(),
                online,
                books.tickets()
                        .page(Machines.open(Set.of()), Long.MAX_VALUE, MOST)
                        .size(),
                count(promises, PromiseState.Running.class),
                count(promises, PromiseState.Broken.class),
                books.callbacks().open().size(),
                calls);
    }

    private static int count(List<Tracked<Promise, PromiseState>> promises, Class<? extends PromiseState> state) {
        return (int) promises.stream()
                .filter(promise -> state.isInstance(promise.state()))
                .count();
    }
}
