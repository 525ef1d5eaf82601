package wrenchline.store.sql;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;
import wrenchline.core.reading.DeviceAttributes;
import wrenchline.core.reading.DeviceEvent;
import wrenchline.core.reading.DeviceStatus;
import wrenchline.core.reading.Devices;
import wrenchline.core.reading.OverQuota;

/** What is known of controllers, in PostgreSQL. */
record SqlDevices(Jdbi jdbi) implements Devices {

    @Override
    public void keep(DeviceStatus status) {
        // A status that was overtaken by a newer one changes nothing.
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into device (equipment, last_heard, status_at, online, said_online)
                            values (:equipment, :at, :at, :online, :online)
                        on conflict (equipment) do update
                            set status_at = excluded.status_at, online = excluded.online,
                                said_online = excluded.online,
                                last_heard = case when excluded.online
                                    then greatest(device.last_heard, excluded.last_heard) else device.last_heard end
                            where device.status_at is null or device.status_at <= excluded.status_at
                        """)
                .bind("equipment", status.equipment().value())
                .bind("at", status.at())
                .bind("online", status.online())
                .execute());
    }

    @Override
    public void keep(DeviceEvent event) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into device_event (equipment, at, received, code, severity, text)
                        values (:equipment, :at, :received, :code, :severity, :text)
                        on conflict (equipment, at, code) do nothing
                        """)
                .bind("equipment", event.equipment().value())
                .bind("at", event.at())
                .bind("received", event.received())
                .bind("code", Text.storable(event.code()))
                .bind("severity", event.severity().name())
                .bind("text", Text.storable(event.text()))
                .execute());
    }

    @Override
    public void keep(DeviceAttributes attributes) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into device_attribute (equipment, name, value, at) values (:equipment, :name, :value, :at)
                    on conflict (equipment, name) do update set value = excluded.value, at = excluded.at
                        where device_attribute.at <= excluded.at
                    """);
            // In one order everywhere, so that two writers never wait for each other.
            attributes.values().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(attribute -> batch.bind(
                                    "equipment", attributes.equipment().value())
                            .bind("name", Text.storable(attribute.getKey()))
                            .bind("value", Text.storable(attribute.getValue()))
                            .bind("at", attributes.at())
                            .add());
            batch.execute();
        });
    }

    @Override
    public List<Attribute> attributes(EquipmentId equipment) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select name, value, at from device_attribute where equipment = :equipment order by name")
                .bind("equipment", equipment.value())
                .map((row, context) -> new Attribute(
                        row.getString("name"),
                        row.getString("value"),
                        row.getTimestamp("at").toInstant()))
                .list());
    }

    @Override
    public void heard(Map<EquipmentId, Instant> last) {
        // Always in the same order: two that write some of the same rows would wait for each other.
        List<Map.Entry<EquipmentId, Instant>> rows = last.entrySet().stream()
                .sorted(Comparator.comparing(row -> row.getKey().value()))
                .toList();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into device (equipment, last_heard, online)
                            select equipment, last_heard::timestamptz, true
                            from unnest(:equipment, :lastHeard) as row(equipment, last_heard)
                        on conflict (equipment) do update set last_heard = excluded.last_heard, online = device.online
                                -- It never says whether it is there, and is heard.
                                or device.status_at is null
                                -- It said that it was there, fell silent, and is heard again.
                                or (device.said_online and device.status_at < excluded.last_heard)
                            where device.last_heard < excluded.last_heard
                        """)
                .bind(
                        "equipment",
                        rows.stream().map(row -> row.getKey().value()).toArray(String[]::new))
                .bind(
                        "lastHeard",
                        rows.stream().map(row -> row.getValue().toString()).toArray(String[]::new))
                .execute());
    }

    @Override
    public int noteSilent(Instant since) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("""
                        update device set online = false
                        where online and last_heard < :since and (status_at is null or status_at < :since)
                        """).bind("since", since).execute());
    }

    @Override
    public void note(List<OverQuota> excesses) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into device (equipment, last_heard, online, over_quota_since, over_quota_times)
                        values (:equipment, coalesce(cast(:since as timestamptz), now()), false, :since, :times)
                    on conflict (equipment) do update
                        set over_quota_since = excluded.over_quota_since,
                            over_quota_times = device.over_quota_times + excluded.over_quota_times
                        where excluded.over_quota_times > 0
                            or device.over_quota_since is distinct from excluded.over_quota_since
                    """);
            excesses.forEach(
                    excess -> batch.bind("equipment", excess.equipment().value())
                            .bind("since", excess.since())
                            .bind("times", excess.times())
                            .add());
            batch.execute();
        });
    }

    @Override
    public List<OverQuota> overQuota() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select equipment, over_quota_since, over_quota_times from device
                        where over_quota_times > 0 order by equipment
                        """)
                .map((row, context) -> {
                    Timestamp since = row.getTimestamp("over_quota_since");
                    return new OverQuota(
                            new EquipmentId(row.getString("equipment")),
                            since == null ? null : since.toInstant(),
                            row.getLong("over_quota_times"));
                })
                .list());
    }

    @Override
    public List<DeviceEvent> events(EquipmentId equipment, int atMost) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from device_event where equipment = :equipment order by at desc, number desc limit :most
                        """)
                .bind("equipment", equipment.value())
                .bind("most", atMost)
                .map((row, context) -> new DeviceEvent(
                        equipment,
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("received").toInstant(),
                        row.getString("code"),
                        Severity.valueOf(row.getString("severity")),
                        row.getString("text")))
                .list());
    }

    @Override
    public List<Seen> seen() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from device order by equipment")
                .map((row, context) -> new Seen(
                        new EquipmentId(row.getString("equipment")),
                        row.getTimestamp("last_heard").toInstant(),
                        row.getBoolean("online")))
                .list());
    }
}
