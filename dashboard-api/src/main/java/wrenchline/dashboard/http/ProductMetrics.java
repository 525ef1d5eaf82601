package wrenchline.dashboard.http;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wrenchline.dashboard.live.LiveFeed;

/** What the product and its process are worth watching for. */
record ProductMetrics(Overview overview, Health health, LiveFeed feed) implements Metrics.Source {

    @Override
    public List<Metrics.Sample> samples() {
        List<Metrics.Sample> samples = new ArrayList<>();
        health.parts()
                .forEach(part -> samples.add(Metrics.Sample.gauge(
                                "wrenchline_part_up", "1 when a part works.", part.state() == Health.State.UP ? 1 : 0)
                        .with(Map.of("part", part.name()))));
        samples.addAll(counts());
        samples.add(Metrics.Sample.gauge("wrenchline_event_listeners", "Open streams of events.", feed.listeners()));
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        samples.add(Metrics.Sample.gauge("jvm_memory_heap_used_bytes", "Heap in use.", (double) memory.getUsed()));
        samples.add(Metrics.Sample.gauge("jvm_memory_heap_max_bytes", "Heap allowed.", (double) memory.getMax()));
        samples.add(Metrics.Sample.gauge(
                "jvm_threads",
                "Platform threads.",
                ManagementFactory.getThreadMXBean().getThreadCount()));
        samples.add(Metrics.Sample.counter(
                "process_uptime_seconds_total",
                "Since the process began.",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1e3));
        return samples;
    }

    private List<Metrics.Sample> counts() {
        Overview.Counts counts;
        try {
            counts = overview.counts();
        } catch (RuntimeException databaseAway) {
            // The other samples are wanted most when the database is away; wrenchline_part_up says that it is.
            return List.of();
        }
        return List.of(
                Metrics.Sample.gauge("wrenchline_equipment", "Known machines.", counts.equipment()),
                Metrics.Sample.gauge("wrenchline_equipment_online", "Machines online.", counts.online()),
                Metrics.Sample.gauge("wrenchline_tickets_open", "Tickets not closed.", counts.openTickets()),
                Metrics.Sample.gauge(
                        "wrenchline_promises_running", "Promises with a running clock.", counts.runningPromises()),
                Metrics.Sample.gauge(
                        "wrenchline_promises_broken", "Broken promises not made good.", counts.brokenPromises()),
                Metrics.Sample.gauge("wrenchline_callbacks_open", "Callbacks still owed.", counts.openCallbacks()),
                Metrics.Sample.gauge("wrenchline_calls_live", "Calls that last.", counts.liveCalls()));
    }
}
