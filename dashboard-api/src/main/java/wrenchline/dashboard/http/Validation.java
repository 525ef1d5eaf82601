package wrenchline.dashboard.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wrenchline.dashboard.wire.Wire;

/** Holds a request against what the contract says of its operation. */
final class Validation {

    private Validation() {}

    /** What came of it. */
    sealed interface Result {
        record Valid(Request request) implements Result {}

        record Invalid(Problem problem) implements Result {}
    }

    static Result of(RoutingContext context, Operation operation, Caller caller) {
        Map<String, String> path = new HashMap<>();
        Map<String, String> query = new HashMap<>();
        Map<String, String> headers = new HashMap<>();
        for (Operation.Parameter parameter : operation.parameters()) {
            String text = text(context, parameter);
            Optional<String> wrong = fault(parameter, text);
            if (wrong.isPresent()) {
                return new Result.Invalid(Problem.invalid(wrong.get()));
            }
            if (text != null && !Plain.is(text)) {
                return new Result.Invalid(
                        Problem.invalid("The parameter '" + parameter.name() + "' has a sign that no text can have."));
            }
            if (text != null) {
                Map<String, String> place = switch (parameter.place()) {
                    case "path" -> path;
                    case "header" -> headers;
                    case String _ -> query;
                };
                place.put(parameter.name(), text);
            }
        }
        Buffer body = context.body() == null ? null : context.body().buffer();
        byte[] bytes = body == null ? new byte[0] : body.getBytes();
        Optional<Problem> wrong = bodyFault(operation, context.request().getHeader("Content-Type"), bytes);
        return wrong.<Result>map(Result.Invalid::new)
                .orElseGet(() -> new Result.Valid(new Request(
                        caller,
                        path,
                        query,
                        headers,
                        Wire.read(operation.body() == null ? new byte[0] : bytes),
                        Buffer.buffer(operation.file() ? bytes : new byte[0]),
                        Sent.of(context.request()))));
    }

    private static @Nullable String text(RoutingContext context, Operation.Parameter parameter) {
        return switch (parameter.place()) {
            case "path" -> context.pathParam(parameter.name());
            case "header" -> context.request().getHeader(parameter.name());
            case String query -> context.queryParams().get(parameter.name());
        };
    }

    private static Optional<String> fault(Operation.Parameter parameter, @Nullable String text) {
        if (text == null) {
            return parameter.required()
                    ? Optional.of("The parameter '" + parameter.name() + "' is missing.")
                    : Optional.empty();
        }
        Object value = text;
        if (parameter.number()) {
            try {
                value = Long.parseLong(text);
            } catch (NumberFormatException noNumber) {
                return Optional.of("The parameter '" + parameter.name() + "' is not a whole number.");
            }
        }
        return fault(parameter.validator(), value)
                .map(reason -> "The parameter '" + parameter.name() + "' is not valid: " + reason);
    }

    private static Optional<Problem> bodyFault(Operation operation, @Nullable String contentType, byte[] bytes) {
        if (operation.file() && bytes.length == 0) {
            return Optional.of(Problem.invalid("The body is missing; send the file."));
        }
        Validator validator = operation.body();
        if (validator == null) {
            return Optional.empty();
        }
        if (bytes.length == 0) {
            return operation.bodyRequired()
                    ? Optional.of(Problem.invalid("The body is missing; send JSON."))
                    : Optional.empty();
        }
        if (contentType == null || !contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            return Optional.of(Problem.ofStatus(415));
        }
        try {
            return fault(validator, Json.decodeValue(Buffer.buffer(bytes)))
                    .or(() -> Plain.fault(Wire.read(bytes)))
                    .map(reason -> Problem.invalid("The body is not valid: " + reason));
        } catch (DecodeException noJson) {
            return Optional.of(Problem.invalid("The body is no JSON."));
        }
    }

    private static Optional<String> fault(Validator validator, Object value) {
        OutputUnit result = validator.validate(value);
        if (Boolean.TRUE.equals(result.getValid())) {
            return Optional.empty();
        }
        List<OutputUnit> errors = result.getErrors() == null ? List.of() : result.getErrors();
        return Optional.of(errors.stream().map(OutputUnit::getError).distinct().collect(Collectors.joining("; ")));
    }
}
