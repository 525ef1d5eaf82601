package wrenchline.dashboard.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Where a webhook is sent to. Its name is resolved here, once, and the connection is made to the very address that was looked at: a
 * name that later means something else leads nowhere.
 *
 * @param address to connect to
 */
record Target(URI uri, InetAddress address) {

    /** What became of a url. */
    sealed interface Resolved {
        record At(Target target) implements Resolved {}

        record Refused(String reason) implements Resolved {}
    }

    /** @param innerToo whether addresses inside the own network, and http without TLS, are allowed */
    static Resolved of(String url, boolean innerToo) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException wrong) {
            return new Resolved.Refused("it is no URL");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || (innerToo && scheme.equals("http"));
        if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
            return new Resolved.Refused("it must be " + (innerToo ? "http:// or " : "") + "https:// with a host");
        }
        try {
            InetAddress[] all = InetAddress.getAllByName(uri.getHost());
            if (!innerToo && Arrays.stream(all).anyMatch(Target::isInner)) {
                return new Resolved.Refused("its host is inside a network that webhooks may not reach");
            }
            return new Resolved.At(new Target(uri, all[0]));
        } catch (UnknownHostException unknown) {
            return new Resolved.Refused("its host is unknown");
        }
    }

    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : secure() ? 443 : 80;
    }

    boolean secure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    String path() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Whether it is not an address of the public internet (IANA's special-purpose registries). */
    static boolean isInner(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address ? special4(address.getAddress()) : special6(address.getAddress()));
    }

    private static boolean special4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0)
                || (first == 198 && (second == 18 || second == 19))
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113);
    }

    /** Only 2000::/3 is given out, and in it some carry an IPv4 address that may be anybody's. */
    private static boolean special6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        return (first & 0xe000) != 0x2000
                || first == 0x2002
                || (first == 0x2001 && second < 0x0200)
                || first == 0x3fff
                || (first == 0x2001 && second == 0x0db8);
    }
}
