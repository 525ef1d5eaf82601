package wrenchline.dashboard.sheet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import wrenchline.core.desk.Books;

/**
 * A register that goes out and in as a table.
 *
 * @param <T> what one line of it is
 */
interface Register<T> {

    List<String> columns();

    /** Those of them that a file may leave out. */
    default Set<String> optional() {
        return Set.of();
    }

    List<T> all(Books books);

    /** One value for each column. */
    List<String> write(T one);

    /** One line; what is wrong with it is told to {@code cells}, and then the answer is not used. */
    T read(Cells cells, Books books);

    /** By what a line is known among all; two lines of a file must not have the same. */
    String key(T one);

    /** What is wrong with lines that are well each by itself; {@code lines} has their numbers by their keys. */
    default List<Fault> together(List<T> all, Map<String, Integer> lines) {
        return List.of();
    }

    /** Enters what was read. */
    void enter(Books books, List<T> all);
}
