package wrenchline.dashboard.http;

import wrenchline.core.ticket.Attachments;

/**
 * An error as RFC 9457 problem details.
 *
 * @param type names the kind of problem, for programs
 * @param title the kind of problem, for people
 * @param detail what was wrong this time
 */
public record Problem(String type, String title, int status, String detail) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static Problem of(String kind, String title, int status, String detail) {
        return new Problem("urn:wrenchline:problem:" + kind, title, status, detail);
    }

    static Problem invalid(String detail) {
        return of("invalid-request", "Invalid request", 400, detail);
    }

    static Problem unauthorised() {
        return of(
                "sign-in-needed",
                "Sign-in needed",
                401,
                "Send a key or the operator token as 'Authorization: Bearer …', or sign in at the page.");
    }

    static Problem wrongSecret() {
        return of(
                "wrong-secret",
                "Not recognised",
                401,
                "The name, password or token is wrong, or the sign-in code was used or is too old.");
    }

    static Problem shut() {
        return of(
                "shut",
                "Shut for a while",
                401,
                "Too many wrong passwords or codes: the account is shut for a quarter of an hour, or until its password is reset.");
    }

    static Problem codeNeeded() {
        return of(
                "second-factor",
                "Code needed",
                401,
                "The account has a second factor: send the code of its authenticator, or a recovery code, as 'factor'.");
    }

    static Problem enrolFirst() {
        return of(
                "enrol-first",
                "Second factor required",
                403,
                "This site requires a second factor: the account must get one before anything else (/session/second-factor).");
    }

    static Problem forged() {
        return of("csrf", "CSRF token missing", 403, "A request with a session cookie needs the header X-CSRF-Token.");
    }

    /** @param reason why nobody may act in somebody else's name */
    static Problem notTheirs(String reason) {
        return of("not-allowed", "Not allowed", 403, reason);
    }

    static Problem forbidden(Operation operation) {
        return of(
                "not-allowed",
                "Not allowed",
                403,
                "Your role, or the scopes of your key, do not allow " + operation.id() + " ("
                        + operation.audience().scope() + ").");
    }

    static Problem unknown(String what, String id) {
        return of("not-found", "Not found", 404, "There is no " + what + " '" + id + "'.");
    }

    static Problem outside(long size) {
        return of(
                "not-in-file",
                "Not in the file",
                416,
                "The file has " + size + " bytes, and none where it was asked for.");
    }

    static Problem conflict(String reason) {
        return of("not-possible-now", "Not possible now", 409, reason);
    }

    static Problem stale(long version) {
        return of(
                "changed-meanwhile",
                "Changed meanwhile",
                412,
                "Somebody else changed it: its version is " + version + " now. Look at it again.");
    }

    static Problem changed(String tag) {
        return of(
                "changed-meanwhile",
                "Changed meanwhile",
                412,
                "It is not what you saw any more: its ETag is " + tag + " now. Look at it again.");
    }

    static Problem misdirected() {
        return of(
                "misdirected",
                "Not our name",
                421,
                "This product does not go by the name in the header Host. Set http.publicUrl to the address by which"
                        + " browsers reach it.");
    }

    static Problem reused(String detail) {
        return of("idempotency-key-reused", "Key reused", 422, detail);
    }

    static Problem tooMany(long seconds) {
        return of("too-many-requests", "Too many requests", 429, "Try again in " + seconds + " s.");
    }

    static Problem busy() {
        return of("busy", "Too busy", 503, "Too many requests are being worked on; try again in a moment.");
    }

    static Problem historyUnavailable() {
        return of("history-unavailable", "History unavailable", 503, "The telemetry history cannot be read now.");
    }

    static Problem internal(String incident) {
        return of(
                "internal", "Internal error", 500, "Something went wrong here; the log has it under " + incident + ".");
    }

    /** What stands for a bare status code. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> of("not-found", "Not found", 404, "There is nothing at this address.");
            case 405 -> of("method-not-allowed", "Method not allowed", 405, "The header Allow names what is allowed.");
            case 413 ->
                of(
                        "too-large",
                        "Too large",
                        413,
                        "The body is longer than " + Api.LONGEST_BODY + " bytes, or the file than "
                                + Attachments.LARGEST + ".");
            case 414 -> of("uri-too-long", "Address too long", 414, "The address is too long.");
            case 415 ->
                of("unsupported-media-type", "Unsupported media type", 415, "Send the body as application/json.");
            case 431 -> of("headers-too-large", "Headers too large", 431, "The headers are too large.");
            default ->
                status >= 400 && status < 500
                        ? of("invalid-request", "Invalid request", status, "The request cannot be understood.")
                        : of("internal", "Internal error", 500, "Something went wrong here.");
        };
    }
}
