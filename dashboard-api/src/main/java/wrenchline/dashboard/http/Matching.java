package wrenchline.dashboard.http;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import wrenchline.core.access.Turnstile;

/**
 * Keeps to {@code If-Match}: a thing is changed only when it still is what the sender saw. The contract says by {@code x-match} which
 * operation reads the thing; what that would answer now decides. Two changes of one kind of thing that name what they saw follow each
 * other, whichever instance they reach, so that one of two senders who saw the same is told so.
 */
final class Matching implements Step {

    private final Map<String, UseCase> useCases;
    private final Turnstile turnstile;

    /** @param useCases by their operations */
    Matching(Map<String, UseCase> useCases, Turnstile turnstile) {
        this.useCases = useCases;
        this.turnstile = turnstile;
    }

    @Override
    public Answer pass(Operation operation, Request request, UseCase next) {
        String wanted = request.headers().getOrDefault("If-Match", "");
        if (operation.match().isEmpty() || wanted.isEmpty()) {
            return next.answer(request);
        }
        UseCase read = Objects.requireNonNull(useCases.get(operation.match()), operation.match());
        return turnstile.alone(operation.match(), () -> {
            String tag = Tags.of(read.answer(request));
            boolean same = tag.isEmpty()
                    || Arrays.stream(wanted.split(",", -1))
                            .map(String::strip)
                            .anyMatch(one -> one.equals("*") || Tags.weak(one).equals(Tags.weak(tag)));
            return same ? next.answer(request) : Answer.refused(Problem.changed(tag));
        });
    }
}
