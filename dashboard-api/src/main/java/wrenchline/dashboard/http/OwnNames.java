package wrenchline.dashboard.http;

import io.vertx.core.Handler;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Answers to its own names alone. A page elsewhere can make a name of its own lead here (DNS rebinding), and would be of one origin with
 * us then. Names without a dot are nobody's in the public DNS, and numbers cannot be made to lead elsewhere: both are let in.
 */
final class OwnNames implements Handler<RoutingContext> {

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[?[0-9a-f:.]*:[0-9a-f:.%]*]?");

    private final String own;

    /** @param publicUrl by which browsers reach us; empty when they do by a number or {@code localhost} alone */
    OwnNames(String publicUrl) {
        String host = publicUrl.isEmpty() ? null : URI.create(publicUrl).getHost();
        this.own = host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    @Override
    public void handle(RoutingContext context) {
        HostAndPort authority = context.request().authority();
        boolean none = context.request().getHeader("Host") == null;
        if (authority == null ? none : isOurs(authority.host().toLowerCase(Locale.ROOT))) {
            context.next();
        } else {
            Answers.send(context, Problem.misdirected());
        }
    }

    private boolean isOurs(String name) {
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return plain.equals(own)
                || !plain.contains(".")
                || plain.endsWith(".localhost")
                || NUMBERS.matcher(plain).matches();
    }
}
