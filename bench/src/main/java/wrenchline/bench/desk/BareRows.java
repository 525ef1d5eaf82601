package wrenchline.bench.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The limit: the very rows that the desk wrote, inserted again into tables of the same shape and with the same indexes, one transaction
 * a ticket, in batches, and nothing else.
 */
final class BareRows {

    private static final List<String> TABLES =
            List.of("ticket", "promise", "escalation", "notice", "journal", "evidence");

    private final Connection connection;

    BareRows(Connection connection) {
        this.connection = connection;
    }

    private record Row(String table, List<Object> values) {}

    /** Inserts the rows of {@code tickets} again; returns how many nanoseconds that took. */
    long insertAgain(List<Long> tickets) throws SQLException {
        List<List<Row>> transactions = new ArrayList<>();
        for (long ticket : tickets) {
            transactions.add(rowsOf(ticket));
        }
        for (String table : TABLES) {
            execute("create table bare_" + table + " (like " + table + " including indexes including defaults)");
        }
        connection.setAutoCommit(false);
        long began = System.nanoTime();
        for (List<Row> rows : transactions) {
            insert(rows);
            connection.commit();
        }
        long took = System.nanoTime() - began;
        connection.setAutoCommit(true);
        return took;
    }

    private List<Row> rowsOf(long ticket) throws SQLException {
        List<Row> rows = new ArrayList<>();
        String promises = "(select id from promise where ticket = " + ticket + ")";
        String texts = "(select id::text from promise where ticket = " + ticket
                + " union select id::text from notice where ticket = " + ticket + " union select '" + ticket + "')";
        add(rows, "ticket", "id = " + ticket);
        add(rows, "promise", "ticket = " + ticket);
        add(rows, "escalation", "id = " + ticket);
        add(rows, "notice", "ticket = " + ticket);
        add(rows, "journal", "id in " + texts);
        add(rows, "evidence", "promise in " + promises);
        return rows;
    }

    private void add(List<Row> rows, String table, String condition) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select * from " + table + " where " + condition + " order by 1")) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                rows.add(new Row(table, values(found, columns)));
            }
        }
    }

    private static List<Object> values(ResultSet found, int columns) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
            Object value = found.getObject(column);
            values.add(value == null ? Missing.VALUE : value);
        }
        return values;
    }

    private enum Missing {
        VALUE
    }

    private void insert(List<Row> rows) throws SQLException {
        int index = 0;
        while (index < rows.size()) {
            Row first = rows.get(index);
            String places =
                    String.join(", ", first.values().stream().map(_ -> "?").toList());
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into bare_" + first.table() + " values (" + places + ")")) {
                while (index < rows.size() && rows.get(index).table().equals(first.table())) {
                    List<Object> values = rows.get(index).values();
                    for (int column = 0; column < values.size(); column++) {
                        Object value = values.get(column);
                        insert.setObject(column + 1, value == Missing.VALUE ? null : value);
                    }
                    insert.addBatch();
                    index++;
                }
                insert.executeBatch();
            }
        }
    }

    private void execute(String statement) throws SQLException {
        try (Statement executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }
}
