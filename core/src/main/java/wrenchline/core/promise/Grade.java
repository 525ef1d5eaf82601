package wrenchline.core.promise;

/** How well it is proved that a promise was kept (证据等级). Only A to C stop the callback clock. */
public enum Grade {
    /** Both legs bridged long enough, and the customer pressed the confirming key. */
    A,
    /** Both legs bridged long enough; no word of the customer. */
    B,
    /** The engineer used a telephone of their own, and the customer confirmed by SMS. */
    C,
    /** The engineer's or an operator's word alone. */
    D
}
