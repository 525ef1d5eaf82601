package wrenchline.hotline.sms.alibaba;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import wrenchline.config.Secret;

/** Signs requests with ACS3-HMAC-SHA256, Alibaba Cloud's signature of version 3 (签名机制 V3). All parameters stand in the query. */
record Signature(String accessKeyId, Secret accessKeySecret) {

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    /** SHA-256 of the empty body. */
    static final String EMPTY = hex(sha256(""));

    /** The header {@code Authorization} of a POST to the root with {@code parameters} and an empty body; all {@code headers} are signed. */
    String authorization(Map<String, String> headers, Map<String, String> parameters) {
        SortedMap<String, String> signed = new TreeMap<>(headers);
        String names = String.join(";", signed.keySet());
        String lines = signed.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(Collectors.joining());
        String canonical = String.join("\n", "POST", "/", query(parameters), lines, names, EMPTY);
        String signature = hex(hmac(ALGORITHM + "\n" + hex(sha256(canonical))));
        return ALGORITHM + " Credential=" + accessKeyId + ",SignedHeaders=" + names + ",Signature=" + signature;
    }

    /** Sorted, and written as RFC 3986 asks for. */
    static String query(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(accessKeySecret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("signing a request with HmacSHA256", broken);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("hashing a request with SHA-256", broken);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
