package wrenchline.dashboard.memory;

import java.util.ArrayList;
import java.util.List;
import wrenchline.core.survey.Rating;
import wrenchline.core.survey.Ratings;

/** The customers' ratings in memory. */
final class MemoryRatings implements Ratings {

    private final List<Rating> ratings = new ArrayList<>();

    @Override
    public void keep(Rating rating) {
        if (ratings.stream().noneMatch(kept -> kept.callback().equals(rating.callback()))) {
            ratings.add(rating);
        }
    }

    @Override
    public List<Rating> newest(int atMost) {
        return ratings.reversed().stream().limit(atMost).toList();
    }
}
