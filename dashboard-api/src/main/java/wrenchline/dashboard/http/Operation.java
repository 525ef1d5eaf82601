package wrenchline.dashboard.http;

import io.vertx.json.schema.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wrenchline.core.ticket.Attachments;

/**
 * One operation of the contract.
 *
 * @param path with {@code {name}} for parameters, below the API's base
 * @param audience whom it is for
 * @param audited whether each use of it is written into the audit log
 * @param match the operation that reads what this one changes, by which {@code If-Match} is decided; empty when it has none
 * @param secret whether the answer holds a secret that is told once
 * @param body what the JSON body must be; null when there is none
 * @param file whether the body is a file
 */
record Operation(
        String id,
        String method,
        String path,
        Audience audience,
        boolean audited,
        boolean secret,
        String match,
        List<Parameter> parameters,
        @Nullable Validator body,
        boolean bodyRequired,
        boolean file) {

    /**
     * @param place {@code path}, {@code query} or {@code header}
     * @param number whether its text is to be read as a whole number before it is validated
     */
    record Parameter(String name, String place, boolean required, boolean number, Validator validator) {}

    /** The most bytes that its body may have. */
    int longestBody() {
        return file ? Attachments.LARGEST : Api.LONGEST_BODY;
    }

    /** The path as the router wants it. */
    String routePath() {
        return path.replaceAll("\\{(\\w+)}", ":$1");
    }
}
