package wrenchline.dashboard.http;

import java.util.List;

/** What stands around every use case; the steps are passed one after the other, on the use case's virtual thread. */
@FunctionalInterface
interface Step {

    /** Answers itself, or with what {@code next} answers. */
    Answer pass(Operation operation, Request request, UseCase next);

    /** {@code useCase} with {@code steps} around it, the first outermost. */
    static UseCase around(List<Step> steps, Operation operation, UseCase useCase) {
        UseCase whole = useCase;
        for (Step step : steps.reversed()) {
            UseCase inner = whole;
            whole = request -> step.pass(operation, request, inner);
        }
        return whole;
    }
}
