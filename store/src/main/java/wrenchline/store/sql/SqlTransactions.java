package wrenchline.store.sql;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Transactions;
import wrenchline.core.transition.Book;

/** Transactions in PostgreSQL, run again when somebody else was faster. */
record SqlTransactions(Jdbi jdbi) implements Transactions {

    private static final Logger log = LoggerFactory.getLogger(SqlTransactions.class);
    private static final int TRIES = 10;

    /** Serialisation failure, deadlock, and a key that somebody else entered first. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "23505");

    @Override
    public <T> T call(Function<Books, T> work) {
        return repeatably(handle -> {
            SqlBooks books = new SqlBooks(handle);
            T result = work.apply(books);
            books.writeDown();
            return result;
        });
    }

    <T> T repeatably(Function<Handle, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(work::apply);
            } catch (RuntimeException e) {
                if (attempt == TRIES || !isConflict(e)) {
                    throw e;
                }
                log.debug("running a transaction again after attempt {}", attempt, e);
            }
        }
    }

    private static boolean isConflict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Book.StaleVersion
                    || (cause instanceof SQLException sql && CONFLICTS.contains(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
