/**
 * Tickets, promises, calls and clocks in PostgreSQL. May import {@code core}, {@code config}, Jdbi, Hikari, Flyway, the PostgreSQL driver
 * and Jackson.
 */
@NullMarked
package wrenchline.store.sql;

import org.jspecify.annotations.NullMarked;
