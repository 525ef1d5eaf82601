package wrenchline.dashboard.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;

/**
 * What a request says beside its path, query and body.
 *
 * @param address from which it came
 * @param browser as it calls itself
 * @param idempotencyKey empty when there is none, as with the other headers
 */
record Sent(String address, String browser, String idempotencyKey, String ifNoneMatch) {

    private static final int LONGEST_BROWSER = 300;

    static Sent of(HttpServerRequest request) {
        return new Sent(
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress(),
                browser(header(request, "User-Agent")),
                header(request, "Idempotency-Key"),
                header(request, "If-None-Match"));
    }

    private static String browser(String named) {
        return named.substring(0, Math.min(named.length(), LONGEST_BROWSER));
    }

    private static String header(HttpServerRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }
}
