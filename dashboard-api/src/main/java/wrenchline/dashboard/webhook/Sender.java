package wrenchline.dashboard.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends one envelope by HTTP, to the address that was looked at; redirections are not followed. */
final class Sender implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final HttpClient client;

    /** @param authority certificate (PEM) that vouches for whom is sent to; null for those that Java knows */
    Sender(Vertx vertx, @Nullable Path authority) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(PATIENCE_SECONDS * 1_000)
                .setIdleTimeout(PATIENCE_SECONDS)
                .setKeepAlive(false)
                .setVerifyHost(true);
        if (authority != null) {
            options.setTrustOptions(new PemTrustOptions().addCertPath(authority.toString()));
        }
        this.client = vertx.createHttpClient(options);
    }

    /** Why it was not taken; nothing when it was. */
    Optional<String> send(Target target, Envelope envelope) throws InterruptedException {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), target.address().getHostAddress()))
                .setHost(target.uri().getHost())
                .setPort(target.port())
                .setSsl(target.secure())
                .setURI(target.path())
                .setFollowRedirects(false)
                .setTimeout(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        envelope.headers().forEach(options::putHeader);
        try {
            int status = client.request(options)
                    .compose(request -> request.send(envelope.body()))
                    .map(response -> {
                        response.request().connection().close();
                        return response.statusCode();
                    })
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return status >= 200 && status < 300 ? Optional.empty() : Optional.of("it answered " + status);
        } catch (ExecutionException failed) {
            String cause = failed.getCause() == null
                    ? failed.toString()
                    : failed.getCause().getClass().getSimpleName();
            return Optional.of("it could not be reached: " + cause);
        } catch (TimeoutException slow) {
            return Optional.of("it did not answer within " + PATIENCE_SECONDS + " s");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
