package wrenchline.config;

import java.nio.file.Path;

/** Where tickets, calls and clocks are kept. */
public sealed interface DatabaseSettings {

    /** PostgreSQL started by the product, on loopback, with its files in {@code folder} and a password of its own. */
    record Embedded(Path folder, Secret password) implements DatabaseSettings {}

    /** A PostgreSQL server that somebody else runs. */
    record Server(String jdbcUrl, String username, Secret password) implements DatabaseSettings {}
}
