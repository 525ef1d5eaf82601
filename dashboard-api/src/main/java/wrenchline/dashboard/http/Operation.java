package wrenchline.dashboard.http;

import io.vertx.json.schema.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the contract.
 *
 * @param path with {@code {name}} for parameters, below the API's base
 * @param audience whom it is for
 * @param body what the JSON body must be; null when there is none
 */
record Operation(
        String id,
        String method,
        String path,
        Audience audience,
        List<Parameter> parameters,
        @Nullable Validator body,
        boolean bodyRequired) {

    /**
     * @param place {@code path} or {@code query}
     * @param number whether its text is to be read as a whole number before it is validated
     */
    record Parameter(String name, String place, boolean required, boolean number, Validator validator) {}

    /** The path as the router wants it. */
    String routePath() {
        return path.replaceAll("\\{(\\w+)}", ":$1");
    }
}
