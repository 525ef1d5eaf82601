package wrenchline.dashboard.http;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import wrenchline.core.access.Claims;
import wrenchline.dashboard.wire.Wire;

/**
 * Does a request with the header {@code Idempotency-Key} once: when it is sent again it is answered as the first time. An answer that
 * holds a secret is not kept; its second sending is told that it was done.
 */
record Idempotency(Claims claims, InstantSource clock) implements Step {

    static final String HEADER = "Idempotency-Key";
    private static final Map<String, String> REPLAYED = Map.of("Idempotency-Replayed", "true");

    @Override
    public Answer pass(Operation operation, Request request, UseCase next) {
        String key = request.sent().idempotencyKey();
        if (key.isEmpty() || !operation.method().equals("POST") || !(request.caller() instanceof Caller.Known known)) {
            return next.answer(request);
        }
        String who = known.principal().name();
        return switch (claims.claim(who, key, digest(operation, request), clock.instant())) {
            case Claims.Claim.Fresh() -> first(operation, request, next, who, key);
            case Claims.Claim.Answered(int status, String body) -> again(status, body);
            case Claims.Claim.Open() ->
                Answer.refused(Problem.conflict("The first request with this key is not answered yet, or the product"
                        + " ended while it was worked on: look before you ask again with another key."));
            case Claims.Claim.Taken() ->
                Answer.refused(Problem.reused("This Idempotency-Key stands for another request."));
        };
    }

    private Answer first(Operation operation, Request request, UseCase next, String who, String key) {
        boolean kept = false;
        try {
            Answer answer = next.answer(request);
            if (answer.status() < 500) {
                claims.answered(who, key, answer.status(), operation.secret() ? "" : body(answer));
                kept = true;
            }
            return answer;
        } finally {
            if (!kept) {
                claims.release(who, key);
            }
        }
    }

    private static String body(Answer answer) {
        return switch (answer) {
            case Answer.Json json -> Wire.text(json.body());
            case Answer.Refused refused -> Wire.text(refused.problem());
            case Answer.Ready ready -> ready.body().toString(StandardCharsets.UTF_8);
            case Answer.Nothing _, Answer.Sound _, Answer.Download _, Answer.Unchanged _ -> "";
        };
    }

    private static Answer again(int status, String body) {
        if (status == 200 && body.isEmpty()) {
            return Answer.refused(Problem.conflict("It was done, and its secret is told only once."));
        }
        String type = status < 400 ? "application/json" : Problem.MEDIA_TYPE;
        return body.isEmpty()
                ? new Answer.Nothing(REPLAYED)
                : new Answer.Ready(status, type, Buffer.buffer(body), REPLAYED);
    }

    private static String digest(Operation operation, Request request) {
        String whole = operation.id() + new TreeMap<>(request.path()) + new TreeMap<>(request.query()) + request.body();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(whole.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(request.file().getBytes()));
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java has SHA-256", broken);
        }
    }
}
