package wrenchline.core.promise;

import java.time.Duration;

/**
 * A clause of the tender that sets a clock (承诺条款).
 *
 * @param id as in the policy file, for instance {@code hotline-30min}
 * @param text the tender's own words
 * @param within the time allowed; contract clocks never pause
 */
public record Clause(String id, PromiseKind kind, Duration within, String text) {}
