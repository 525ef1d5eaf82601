package wrenchline.bench.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The limit of limits: transactions of one row, each synced, by so many connections at once. */
record BareCommits(OwnDatabase own) {

    private static final Duration LONG = Duration.ofSeconds(2);

    /** Commits a second. */
    double rate(int connections) throws Exception {
        own.execute("create table if not exists bare_commit (n bigint)");
        try (ExecutorService workers = Executors.newFixedThreadPool(connections)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int worker = 0; worker < connections; worker++) {
                all.add(workers.submit(this::commits));
            }
            int sum = 0;
            for (Future<Integer> one : all) {
                sum += one.get();
            }
            return sum / (double) LONG.toSeconds();
        }
    }

    private int commits() throws SQLException {
        try (Connection mine = own.connect();
                PreparedStatement insert = mine.prepareStatement("insert into bare_commit values (1)")) {
            long end = System.nanoTime() + LONG.toNanos();
            int done = 0;
            while (System.nanoTime() < end) {
                insert.executeUpdate();
                done++;
            }
            return done;
        }
    }
}
