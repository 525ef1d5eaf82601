package wrenchline.core.desk;

/** What an engineer does on the page of a ticket, at the machine or on the way to it (现场操作). */
public sealed interface FieldAction {

    record Accept() implements FieldAction {}

    record Refuse(String reason) implements FieldAction {}

    record SetOut() implements FieldAction {}

    /**
     * @param customerCode the digits that the customer told; empty when nobody could be asked
     */
    record Arrive(String customerCode) implements FieldAction {}

    record Diagnose(String finding, String solution) implements FieldAction {}

    record SwapPart(String part, String serialOut, String serialIn) implements FieldAction {}

    /**
     * @param signedBy who signed for the customer; empty when nobody did
     */
    record Finish(String how, String signedBy) implements FieldAction {}
}
