package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.ticket.TicketId;
import wrenchline.core.ticket.Verdict;
import wrenchline.core.ticket.Verdicts;

/** Verdicts in PostgreSQL. */
record SqlVerdicts(Handle handle) implements Verdicts {

    @Override
    public void keep(Judgement judgement) {
        handle.createUpdate("""
                        insert into verdict (ticket, equipment, model, failure_mode, at, verdict)
                        values (:ticket, :equipment, :model, :failureMode, :at, cast(:verdict as json))
                        on conflict (ticket) do update set at = excluded.at, verdict = excluded.verdict
                        """)
                .bind("ticket", judgement.ticket().value())
                .bind("equipment", judgement.equipment().value())
                .bind("model", judgement.model())
                .bind("failureMode", judgement.failureMode())
                .bind("at", judgement.at())
                .bind("verdict", Json.write(Verdict.class, judgement.verdict()))
                .execute();
    }

    @Override
    public List<Judgement> of(EquipmentId equipment, Instant since) {
        return judgements("equipment", equipment.value(), since);
    }

    @Override
    public List<Judgement> ofModel(String model, Instant since) {
        return judgements("model", model, since);
    }

    private List<Judgement> judgements(String column, String wanted, Instant since) {
        return handle.createQuery(
                        "select * from verdict where " + column + " = :wanted and at > :since order by at, ticket")
                .bind("wanted", wanted)
                .bind("since", since)
                .map((row, context) -> judgement(row))
                .list();
    }

    private static Judgement judgement(ResultSet row) throws SQLException {
        return new Judgement(
                new TicketId(row.getLong("ticket")),
                new EquipmentId(row.getString("equipment")),
                row.getString("model"),
                row.getString("failure_mode"),
                row.getTimestamp("at").toInstant(),
                Json.read(Verdict.class, row.getString("verdict")));
    }
}
