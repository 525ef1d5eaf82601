package wrenchline.dashboard.http;

import java.util.HashMap;
import java.util.Map;

/**
 * The cookie that holds a session. Where browsers come by TLS it is for TLS and this host alone; on plain loopback most programs
 * would not keep such a cookie.
 */
record SessionCookie(boolean secure) {

    String name() {
        return secure ? "__Host-wrenchline_session" : "wrenchline_session";
    }

    /** The headers that set it for so many seconds. */
    Map<String, String> set(String value, long seconds) {
        return Map.of(
                "Set-Cookie",
                name() + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                        + (secure ? "; Secure" : ""));
    }

    /** The headers that end it, and what the browser kept meanwhile. */
    Map<String, String> end() {
        Map<String, String> headers = new HashMap<>(set("", 0));
        headers.put("Clear-Site-Data", "\"cache\"");
        return headers;
    }
}
