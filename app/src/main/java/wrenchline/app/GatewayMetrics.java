package wrenchline.app;

import java.time.Duration;
import java.util.List;
import wrenchline.dashboard.http.Metrics;
import wrenchline.dashboard.http.Metrics.Sample;
import wrenchline.gateway.identity.Door;
import wrenchline.gateway.identity.Guard;
import wrenchline.gateway.ingest.Ingest;
import wrenchline.gateway.ingest.IngestSnapshot;
import wrenchline.gateway.mqtt.MqttEndpoint;
import wrenchline.gateway.mqtt.hub.HubSnapshot;
import wrenchline.gateway.quota.Meters;

/** What went through the gateway. */
record GatewayMetrics(Ingest ingest, MqttEndpoint endpoint, Door door, Guard guard, Meters meters)
        implements Metrics.Source {

    @Override
    public List<Sample> samples() {
        IngestSnapshot now = ingest.snapshot();
        HubSnapshot hub = endpoint.hub();
        return List.of(
                gauge("mqtt_connections", "Controllers connected.", endpoint.connections()),
                gauge("mqtt_subscriptions", "Subscriptions at the endpoint.", hub.subscriptions()),
                gauge("mqtt_waiting_bytes", "Messages that wait for subscribers.", hub.waitingBytes()),
                counter("mqtt_dropped_total", "Messages that slow subscribers lost.", hub.dropped()),
                counter("mqtt_overflowed_total", "Sessions ended because a subscriber was too slow.", hub.overflowed()),
                gauge("mqtt_retained", "Topics with a retained message.", hub.retained()),
                counter(
                        "mqtt_not_retained_total",
                        "Messages not retained because there are too many.",
                        hub.notRetained()),
                counter("sign_ins_refused_total", "Sign-ins of controllers refused.", door.refused()),
                counter("messages_foreign_total", "Messages to topics of other machines.", guard.foreign()),
                gauge("machines_over_quota", "Machines that send more than they may.", meters.over()),
                counter("over_quota_total", "Times that a machine began to send more than it may.", meters.times()),
                counter("messages_received_total", "Messages received.", now.received()),
                counter("messages_acknowledged_total", "Messages acknowledged.", now.acknowledged()),
                counter(
                        "messages_quarantined_total",
                        "Messages quarantined.",
                        now.storing().quarantined()),
                counter(
                        "readings_stored_total",
                        "Readings in the history.",
                        now.storing().stored()),
                counter(
                        "readings_duplicate_total",
                        "Readings that the history had already.",
                        now.storing().duplicates()),
                counter("findings_total", "Findings told to the desk.", now.findings()),
                gauge(
                        "intake_queued_bytes",
                        "Received and not on disk yet.",
                        now.intake().queuedBytes()),
                gauge(
                        "intake_spool_bytes",
                        "Size of the intake log.",
                        now.intake().spoolBytes()),
                gauge(
                        "intake_spool_limit_bytes",
                        "Size that the intake log may have.",
                        now.intake().limitBytes()),
                counter(
                        "intake_groups_total",
                        "Groups of messages written and synced.",
                        now.intake().groups()),
                seconds(
                        "intake_sync_seconds_total",
                        "Time spent in that.",
                        now.intake().syncTime()),
                gauge("storing_lag_bytes", "Part of the intake log that is not in the history yet.", now.storingLag()),
                gauge(
                        "detecting_lag_bytes",
                        "Part of the intake log that the detectors have not seen yet.",
                        now.detectingLag()),
                counter(
                        "history_commits_total",
                        "Writes to the history.",
                        now.storing().commits()),
                seconds(
                        "history_commit_seconds_total",
                        "Time spent in that.",
                        now.storing().commitTime()));
    }

    private static Sample gauge(String name, String help, long value) {
        return Sample.gauge("wrenchline_" + name, help, (double) value);
    }

    private static Sample counter(String name, String help, long value) {
        return Sample.counter("wrenchline_" + name, help, (double) value);
    }

    private static Sample seconds(String name, String help, Duration time) {
        return Sample.counter("wrenchline_" + name, help, time.toNanos() / 1e9);
    }
}
