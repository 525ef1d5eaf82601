package wrenchline.prediction.score.series;

import java.util.ArrayList;
import java.util.List;

/**
 * Tickets of one judge over experiments with one anomaly each, or none.
 *
 * @param found anomalies with a ticket
 * @param delays rows from the beginning of each found anomaly to its first ticket
 * @param normalRows rows outside of the anomalies
 */
record TicketCount(String judge, int anomalies, int found, List<Double> delays, int falseTickets, long normalRows) {

    static TicketCount over(List<Series> experiments, Judge judge) {
        int anomalies = 0;
        int found = 0;
        int falseTickets = 0;
        long normalRows = 0;
        List<Double> delays = new ArrayList<>();
        for (Series series : experiments) {
            List<Integer> tickets = judge.judge(series).ticketRows(0);
            falseTickets += (int)
                    tickets.stream().filter(row -> !series.isAnomalous(row)).count();
            normalRows += series.rows();
            for (Window window : series.anomalies()) {
                anomalies++;
                normalRows -= window.width();
                List<Integer> hits = tickets.stream().filter(window::holds).toList();
                if (!hits.isEmpty()) {
                    found++;
                    delays.add((double) hits.getFirst() - window.first());
                }
            }
        }
        return new TicketCount(judge.name(), anomalies, found, delays, falseTickets, normalRows);
    }

    double foundShare() {
        return found / (double) anomalies;
    }

    double medianDelay() {
        return Scores.median(delays);
    }
}
