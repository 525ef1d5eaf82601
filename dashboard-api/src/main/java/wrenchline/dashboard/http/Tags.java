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
        if (!operation.method().equals("GET") || of(answer).isEmpty()) {
            return answer;
        }
        String tag = of(answer);
        boolean known = Arrays.stream(request.sent().ifNoneMatch().split(",", -1))
                .map(String::strip)
                .anyMatch(one -> weak(one).equals(weak(tag)));
        if (known) {
            return new Answer.Unchanged(tag);
        }
        return answer instanceof Answer.Json json ? tagged(json, tag) : answer;
    }

    private static Answer tagged(Answer.Json json, String tag) {
        Map<String, String> headers = new HashMap<>(json.headers());
        headers.put(TAG, tag);
        return new Answer.Ready(200, "application/json", Buffer.buffer(Wire.bytes(json.body())), headers);
    }

    /** That of {@code answer}; empty where it has none. */
    static String of(Answer answer) {
        return switch (answer) {
            case Answer.Json json -> json.headers().getOrDefault(TAG, of(Wire.bytes(json.body())));
            case Answer.Download download -> download.tag();
            case Answer.Ready _, Answer.Unchanged _, Answer.Nothing _, Answer.Sound _, Answer.Refused _ -> "";
        };
    }

    /** The header of a thing that counts its changes. */
    static Map<String, String> version(long version) {
        return Map.of(TAG, "\"" + version + "\"");
    }

    /** That of {@code content}. */
    static String of(byte[] content) {
        return "W/\"" + digest(content) + "\"";
    }

    static String weak(String tag) {
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
