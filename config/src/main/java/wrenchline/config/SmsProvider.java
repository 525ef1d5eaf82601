package wrenchline.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who carries short messages (短信通道). */
public sealed interface SmsProvider {

    /** By which notices, receipts and the callback's address name it. */
    String name();

    /** Nobody: the messages are on the console and on the page. */
    record Local(String name) implements SmsProvider {}

    /**
     * An SMSC that speaks SMPP 3.4.
     *
     * @param authority certificate (PEM) that vouches for the SMSC instead of those that Java knows; null for those
     * @param source who the messages come from: a number, or letters
     * @param countryCode put before national numbers, for instance {@code 86}; empty for none
     * @param window most requests without an answer
     * @param perSecond most requests in a second
     * @param enquire after so long without traffic the connection is tried
     * @param answer how long an answer may take
     */
    record Smpp(
            String name,
            String host,
            int port,
            boolean tls,
            @Nullable Path authority,
            String systemId,
            Secret password,
            String systemType,
            String serviceType,
            String source,
            String countryCode,
            int window,
            int perSecond,
            Duration enquire,
            Duration answer,
            Joining joining,
            Latin latin,
            ReceiptIds receiptIds)
            implements SmsProvider {

        /** How the segments of a long message are held together. */
        public enum Joining {
            /** A header in the text (GSM 03.40), which all telephones read. */
            UDH,
            /** Parameters, of which the SMSC makes the header. */
            SAR,
            /** The whole text in one parameter, which the SMSC cuts. */
            PAYLOAD
        }

        /** What the SMSC takes data coding 0 for. */
        public enum Latin {
            /** GSM 03.38, one character an octet. */
            GSM,
            /** It is not used: Latin texts go as ISO 8859-1 (data coding 3). */
            LATIN1,
            /** It is not used: all texts go as UCS-2. */
            UCS2
        }

        /** How receipts write the ids that answers gave. */
        public enum ReceiptIds {
            /** Whichever of the others fits a message to that number. */
            AUTO,
            SAME,
            /** Hexadecimal, of an answer's decimal one. */
            HEX,
            /** Decimal, of an answer's hexadecimal one. */
            DECIMAL
        }
    }

    /**
     * Alibaba Cloud SMS (阿里云短信服务), which sends templates that it approved.
     *
     * @param sign the signature name that stands before the text (短信签名)
     * @param callbackSecret stands in the address to which it pushes receipts and replies; empty when it is not to push
     */
    record Alibaba(
            String name,
            URI endpoint,
            String accessKeyId,
            Secret accessKeySecret,
            String sign,
            List<Template> templates,
            int perSecond,
            Duration answer,
            Secret callbackSecret)
            implements SmsProvider {
        public Alibaba {
            templates = List.copyOf(templates);
        }

        /**
         * One of its templates.
         *
         * @param text which of our texts it is, for instance {@code sms.dispatch}
         * @param code for instance {@code SMS_100000001}
         * @param fields the names that it has between braces
         */
        public record Template(String text, String language, String code, List<String> fields) {
            public Template {
                fields = List.copyOf(fields);
            }
        }
    }

    /**
     * Any provider with an HTTP API.
     *
     * @param headers may hold secrets
     * @param body with {@code {to}}, {@code {text}} and {@code {id}}, each written as the content type asks for
     * @param idPointer where the answer says its id (JSON Pointer); empty for none, then our id is used
     * @param idempotent whether it knows our {@code {id}} again, so that a message can be sent twice without harm
     * @param lookup address that tells what became of {@code {providerId}} or {@code {id}}; empty when there is none
     * @param statusPointer where that says the status
     */
    record Http(
            String name,
            String url,
            Map<String, Secret> headers,
            String body,
            String idPointer,
            boolean idempotent,
            String lookup,
            String statusPointer,
            Statuses statuses,
            int perSecond,
            Duration answer,
            Callback callback)
            implements SmsProvider {
        public Http {
            headers = Map.copyOf(headers);
        }

        /** Its words for what became of a message; all others mean that nothing is known yet. */
        public record Statuses(List<String> delivered, List<String> failed, List<String> expired) {
            public Statuses {
                delivered = List.copyOf(delivered);
                failed = List.copyOf(failed);
                expired = List.copyOf(expired);
            }
        }

        /**
         * Where its receipts and messages say what, as JSON Pointers or names of a form.
         *
         * @param secret stands in the address to which it posts them; empty when it is not to
         */
        public record Callback(Secret secret, String id, String status, String number, String from, String text) {}
    }
}
