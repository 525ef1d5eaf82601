package wrenchline.core.complaint;

import java.time.Duration;
import java.util.List;
import wrenchline.core.duty.Rung;
import wrenchline.core.escalation.Step;
import wrenchline.core.escalation.Way;

/**
 * How complaints are dealt with (投诉处理规则).
 *
 * @param routes which department deals with which category; one for each
 * @param ladder who is told when, counted from its receipt, until it is answered; at least one step, and the last is the top management
 * @param again after so long the last step is taken again, and a customer who has not said a word to the answer is asked for it
 * @param objections so many make it an individual case (个案), which goes one step up at once
 */
public record ComplaintRules(List<Route> routes, List<Step> ladder, Duration again, int objections) {

    public ComplaintRules {
        routes = List.copyOf(routes);
        ladder = List.copyOf(ladder);
        if (ladder.isEmpty() || again.isZero() || objections < 1) {
            throw new IllegalArgumentException(
                    "a complaint needs somebody who is told, a time between, and an objection");
        }
    }

    /** Which department deals with {@code category}. */
    public record Route(Category category, Department department) {}

    /** As the tender has it, where the policy says nothing. */
    public static final ComplaintRules USUAL = new ComplaintRules(
            List.of(
                    new Route(Category.QUALITY, Department.ENGINEERING),
                    new Route(Category.PACKAGING, Department.WAREHOUSE),
                    new Route(Category.CONDUCT, Department.MARKETING),
                    new Route(Category.DEALER, Department.COORDINATION)),
            List.of(
                    new Step(Duration.ZERO, Rung.Target.SUPERVISOR, List.of(Way.SMS)),
                    new Step(Duration.ofHours(24), Rung.Target.MANAGER, List.of(Way.SMS)),
                    new Step(Duration.ofHours(72), Rung.Target.DIRECTOR, List.of(Way.SMS, Way.VOICE))),
            Duration.ofHours(24),
            2);

    public Department department(Category category) {
        return routes.stream()
                .filter(route -> route.category() == category)
                .findFirst()
                .map(Route::department)
                .orElse(Department.COORDINATION);
    }

    /** The step of this number; the last one where there is no such. */
    public Step step(int number) {
        return ladder.get(Math.min(number, top()));
    }

    /** The number of the last step. */
    public int top() {
        return ladder.size() - 1;
    }
}
