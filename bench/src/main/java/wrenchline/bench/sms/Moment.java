package wrenchline.bench.sms;

/** Where in a dispatch the product is killed. */
enum Moment {
    /** The controller's event is on its way. */
    PUBLISHED,
    /** It is acknowledged; ticket and message are being written, marked, or handed over. */
    ACKNOWLEDGED,
    /** The centre has the message and has not answered. */
    TAKEN,
    /** The centre has answered. */
    ANSWERED,
    /** The centre tells that the message arrived. */
    RECEIPT,
    /** The engineer's reply is on its way. */
    REPLIED
}
