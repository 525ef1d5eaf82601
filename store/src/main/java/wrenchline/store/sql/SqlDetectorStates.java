package wrenchline.store.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import wrenchline.core.detection.DetectorState;
import wrenchline.core.detection.DetectorStates;
import wrenchline.core.detection.Outlook;
import wrenchline.core.equipment.EquipmentId;

/** What detectors know, in PostgreSQL. */
record SqlDetectorStates(Jdbi jdbi) implements DetectorStates {

    @Override
    public void keep(List<DetectorState> states) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into detector_state (equipment, position, newest, state)
                    values (:equipment, :position, :newest, :state)
                    on conflict (equipment) do update set
                        position = excluded.position, newest = excluded.newest, state = excluded.state
                    """);
            for (DetectorState state : states) {
                batch.bind("equipment", state.equipment().value())
                        .bind("position", state.position())
                        .bind("newest", state.newest())
                        .bind("state", state.bytes())
                        .add();
            }
            batch.execute();
        });
    }

    @Override
    public Optional<DetectorState> find(EquipmentId equipment) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select position, newest, state from detector_state where equipment = :id")
                .bind("id", equipment.value())
                .map((row, context) -> new DetectorState(
                        equipment,
                        row.getLong("position"),
                        row.getTimestamp("newest").toInstant(),
                        row.getBytes("state")))
                .findOne());
    }

    @Override
    public void show(Map<EquipmentId, Outlook> outlooks) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into detector_outlook (equipment, outlook) values (:equipment, cast(:outlook as json))
                    on conflict (equipment) do update set outlook = excluded.outlook
                    """);
            outlooks.forEach((equipment, outlook) -> batch.bind("equipment", equipment.value())
                    .bind("outlook", Json.write(Outlook.class, outlook))
                    .add());
            batch.execute();
        });
    }

    @Override
    public Map<EquipmentId, Outlook> standing() {
        // A day of scores is most of it; whoever looks at all machines draws none of them.
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select equipment, jsonb_set(outlook::jsonb, '{scores}',
                            jsonb_path_query_array(outlook::jsonb, '$.scores[last]')) as outlook
                        from detector_outlook
                        """)
                .map((row, context) -> Map.entry(
                        new EquipmentId(row.getString("equipment")),
                        Json.read(Outlook.class, row.getString("outlook"))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<Outlook> outlook(EquipmentId equipment) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select outlook from detector_outlook where equipment = :id")
                        .bind("id", equipment.value())
                        .mapTo(String.class)
                        .findOne()
                        .map(text -> Json.read(Outlook.class, text)));
    }
}
