package wrenchline.core.notice;

/** Takes what comes from providers. When a call returns, it is kept for good and may be acknowledged. */
public interface Inbox {

    /** Late, repeated and unknown receipts are welcome. */
    void receipt(Receipt receipt);

    void message(Incoming message);
}
