package wrenchline.dashboard.http;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import wrenchline.dashboard.wire.Wire;

/**
 * Gives what is read an {@code ETag}, and answers 304 to who has it already. A thing with a version has it as its tag, which
 * {@code If-Match} may name; everything else has a digest of its content.
 */
record Tags() implements Step {

    private static final String TAG = "ETag";
    private static final int DIGITS = 24;

    @Override
    public Answer pass(Operation operation, Request request, UseCase next) {
        Answer answer = next.answer(request);
        return operation.method().equals("GET") && answer instanceof Answer.Json json ? tagged(json, request) : answer;
    }

    private static Answer tagged(Answer.Json json, Request request) {
        byte[] body = Wire.bytes(json.body());
        Map<String, String> headers = new HashMap<>(json.headers());
        String tag = headers.computeIfAbsent(TAG, any -> "W/\"" + digest(body) + "\"");
        boolean known = Arrays.stream(request.sent().ifNoneMatch().split(",", -1))
                .map(String::strip)
                .anyMatch(one -> weak(one).equals(weak(tag)));
        return known
                ? new Answer.Unchanged(tag)
                : new Answer.Ready(200, "application/json", Buffer.buffer(body), headers);
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body))
                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java has SHA-256", broken);
        }
    }
}
