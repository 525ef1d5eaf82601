package wrenchline.store.sql;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import wrenchline.core.evidence.OtherClock;

/** The clock of PostgreSQL's machine. */
record SqlClock(Jdbi jdbi) implements OtherClock {

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Optional<Instant> now() {
        return jdbi.withHandle(handle -> handle.createQuery("select clock_timestamp()")
                .mapTo(Instant.class)
                .findFirst());
    }
}
