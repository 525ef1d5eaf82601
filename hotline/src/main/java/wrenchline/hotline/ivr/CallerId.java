package wrenchline.hotline.ivr;

import wrenchline.core.equipment.PhoneNumber;

/** What the network says of who calls (来电显示). A caller can write anything there. */
final class CallerId {

    private CallerId() {}

    /** The number to call back; empty when it is hidden, or no number: digits among letters are nobody's. */
    static String number(String said) {
        return said.matches("\\+?[\\d .()-]+") ? PhoneNumber.normalise(said) : "";
    }
}
