package wrenchline.hotline.sms.smpp;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import wrenchline.config.SmsProvider.Smpp.ReceiptIds;

/** Message ids, which some SMSCs write in receipts otherwise than in answers: in hex, in decimal, with zeros in front. */
final class MessageIds {

    private MessageIds() {}

    /** One spelling for {@code A1F}, {@code a1f} and {@code 00000a1f}. */
    static String canonical(String id) {
        String bare = id.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
        return bare.isEmpty() ? "0" : bare;
    }

    /** What an answer may have called the message that a receipt calls {@code id}, the likeliest first. */
    static List<String> answered(String id, ReceiptIds form) {
        String same = canonical(id);
        return switch (form) {
            case SAME -> List.of(same);
            case HEX -> List.of(fromHex(same).findFirst().orElse(same));
            case DECIMAL -> List.of(fromDecimal(same).findFirst().orElse(same));
            case AUTO ->
                Stream.of(Stream.of(same), fromDecimal(same), fromHex(same))
                        .flatMap(those -> those)
                        .distinct()
                        .toList();
        };
    }

    private static Stream<String> fromDecimal(String id) {
        return id.matches("[0-9]{1,64}") ? Stream.of(new BigInteger(id).toString(16)) : Stream.empty();
    }

    private static Stream<String> fromHex(String id) {
        return id.matches("[0-9a-f]{1,64}") ? Stream.of(new BigInteger(id, 16).toString()) : Stream.empty();
    }
}
