package wrenchline.prediction.score.series;

/**
 * Rows that are labelled anomalous.
 *
 * @param first its first row
 * @param last its last row, inclusive
 */
record Window(int first, int last) {

    boolean holds(int row) {
        return row >= first && row <= last;
    }

    int width() {
        return last - first + 1;
    }
}
