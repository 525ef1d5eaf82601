package wrenchline.core.promise;

/** What a promise's change asks for. */
public sealed interface PromiseEffect {

    /** The supervisor is to be told of the breach. */
    record ReportBreach() implements PromiseEffect {}
}
