package wrenchline.bench.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.TelemetryDesk;
import wrenchline.core.detection.Finding;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.equipment.Severity;

/** Tickets a second, from a detector's verdict to the committed ticket with its promises, escalation and short message. */
record TicketRate(OwnDatabase own, Desk desk) {

    @SuppressWarnings("SystemOut") // a table for a person
    void measure(String machine, int tickets) throws Exception {
        System.out.printf(
                "%-10s %8s %10s %22s %18s%n",
                "threads", "tickets", "tickets/s", "the same rows bare, /s", "one row synced, /s");
        for (int threads : new int[] {1, 4}) {
            long before = own.number("select coalesce(max(id), 0) from ticket where id < 10000000");
            double seconds = open(machine + threads + "-", tickets, threads);
            List<Long> made = after(before);
            double bare = new BareRows(own.plain()).insertAgain(made) / 1e9;
            for (String table : List.of("ticket", "promise", "escalation", "notice", "journal", "evidence")) {
                own.execute("drop table bare_" + table);
            }
            System.out.printf(
                    "%-10s %8d %10.0f %22.0f %18.0f%n",
                    threads,
                    made.size(),
                    made.size() / seconds,
                    made.size() / bare,
                    new BareCommits(own).rate(threads));
        }
    }

    private double open(String machine, int tickets, int threads) throws Exception {
        TelemetryDesk telemetry = new TelemetryDesk(desk);
        long began = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int index = 0; index < tickets; index++) {
                Finding finding = finding(
                        new EquipmentId(machine + index), InstantSource.system().instant());
                all.add(workers.submit(() -> telemetry.on(finding)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static Finding finding(EquipmentId machine, Instant now) {
        return new Finding.Raised(
                machine, "OVERHEATING", Severity.MAJOR, "oil_temp", 71.5, 70, now.minusSeconds(60), now);
    }

    private List<Long> after(long before) throws SQLException {
        return numbers("select id from ticket where id > " + before + " and id < 10000000 order by id");
    }

    private List<Long> numbers(String query) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = own.plain().createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                numbers.add(found.getLong(1));
            }
        }
        return numbers;
    }
}
