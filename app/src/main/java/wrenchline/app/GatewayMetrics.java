package wrenchline.app;

import java.util.List;
import wrenchline.dashboard.http.Metrics;
import wrenchline.dashboard.http.Metrics.Sample;
import wrenchline.gateway.identity.Door;
import wrenchline.gateway.identity.Guard;
import wrenchline.gateway.ingest.Ingest;
import wrenchline.gateway.ingest.IngestSnapshot;
import wrenchline.gateway.mqtt.MqttEndpoint;

/** What went through the gateway. */
record GatewayMetrics(Ingest ingest, MqttEndpoint endpoint, Door door, Guard guard) implements Metrics.Source {

    @Override
    public List<Sample> samples() {
        IngestSnapshot now = ingest.snapshot();
        return List.of(
                Sample.gauge("wrenchline_mqtt_connections", "Controllers connected.", endpoint.connections()),
                Sample.counter("wrenchline_sign_ins_refused_total", "Sign-ins of controllers refused.", (double)
                        door.refused()),
                Sample.counter("wrenchline_messages_foreign_total", "Messages to topics of other machines.", (double)
                        guard.foreign()),
                Sample.counter("wrenchline_messages_received_total", "Messages received.", (double) now.received()),
                Sample.counter("wrenchline_messages_acknowledged_total", "Messages acknowledged.", (double)
                        now.acknowledged()),
                Sample.counter(
                        "wrenchline_messages_quarantined_total", "Messages quarantined.", (double) now.quarantined()),
                Sample.counter("wrenchline_readings_stored_total", "Readings on disk.", (double) now.stored()),
                Sample.gauge("wrenchline_messages_queued", "Messages waiting in the lanes.", now.queued()),
                Sample.counter("wrenchline_findings_total", "Findings told to the desk.", (double) now.findings()),
                Sample.counter("wrenchline_history_commits_total", "Writes to the history.", (double) now.commits()),
                Sample.counter(
                        "wrenchline_history_commit_seconds_total",
                        "Time spent in writes to the history.",
                        now.commitTime().toNanos() / 1e9));
    }
}
