package wrenchline.dashboard.http;

import java.time.Instant;
import java.util.List;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.PromiseWhy;
import wrenchline.core.promise.Policy;
import wrenchline.core.promise.Promise;
import wrenchline.core.promise.PromiseState;
import wrenchline.core.promise.Result;
import wrenchline.core.transition.Tracked;
import wrenchline.dashboard.wire.PromiseDetail;
import wrenchline.dashboard.wire.PromiseView;

/** Shows promises with their reasons. */
record PromiseDetails(Desk desk, Books books, List<Policy> policies) {

    PromiseDetails(Desk desk, Books books) {
        this(desk, books, books.policies().all());
    }

    PromiseDetail of(Tracked<Promise, PromiseState> promise) {
        Instant now = desk.clock().instant();
        return new PromiseDetail(
                PromiseView.of(promise, now),
                new PromiseWhy(desk.wording(), books.rosters().current().zone()).of(promise.facts(), promise.state()),
                Result.of(promise.facts(), promise.state(), policies, now),
                books.promises().events(promise.facts().id()));
    }
}
