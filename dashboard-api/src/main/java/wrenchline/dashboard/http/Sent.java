package wrenchline.dashboard.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;

/**
 * What a request says beside its path, query and body.
 *
 * @param address from which it came
 * @param idempotencyKey empty when there is none, as with the others
 */
record Sent(String address, String idempotencyKey, String ifNoneMatch) {

    static Sent of(HttpServerRequest request) {
        return new Sent(
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress(),
                header(request, "Idempotency-Key"),
                header(request, "If-None-Match"));
    }

    private static String header(HttpServerRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }
}
