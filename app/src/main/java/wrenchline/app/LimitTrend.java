package wrenchline.app;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import wrenchline.core.detection.Trend;
import wrenchline.core.equipment.Limit;
import wrenchline.prediction.trend.Forecast;
import wrenchline.prediction.trend.Side;
import wrenchline.prediction.trend.TrendToLimit;

/** Where a metric goes, as {@link TrendToLimit} sees it. */
final class LimitTrend implements Trend {

    private final TrendToLimit trend;

    LimitTrend(Limit limit) {
        this.trend = new TrendToLimit(
                limit.raise(),
                switch (limit.side()) {
                    case ABOVE -> Side.UPPER;
                    case BELOW -> Side.LOWER;
                });
    }

    @Override
    public void on(Instant at, double value) {
        trend.on(at, value);
    }

    @Override
    public Optional<Reaching> forecast() {
        return switch (trend.forecast()) {
            case Forecast.Reaches reaches ->
                Optional.of(new Reaching(reaches.lower(), reaches.expected(), reaches.upper()));
            case Forecast.Unknown _, Forecast.Reached _, Forecast.Steady _ -> Optional.empty();
        };
    }

    @Override
    public void write(DataOutput out) throws IOException {
        trend.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        trend.read(in);
    }
}
