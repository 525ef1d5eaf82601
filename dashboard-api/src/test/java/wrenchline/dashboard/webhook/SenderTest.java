package wrenchline.dashboard.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.desk.Change;
import wrenchline.core.webhook.Webhook;

/** Envelopes go by TLS to whom the configured authority vouches for, under the name that was asked for, and to nobody else. */
class SenderTest {

    private static final String PASSWORD = "sample-password";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger taken = new AtomicInteger();

    @TempDir
    Path folder;

    private HttpsServer subscriber;

    @BeforeEach
    void start() throws Exception {
        keytool("-genkeypair", "-alias", "own", "-keyalg", "EC", "-dname", "CN=sample authority", "-ext", "bc:c");
        keytool(
                "-exportcert",
                "-alias",
                "own",
                "-rfc",
                "-file",
                folder.resolve("authority.pem").toString());
        keytool(
                "-genkeypair",
                "-alias",
                "desk",
                "-keyalg",
                "EC",
                "-dname",
                "CN=desk",
                "-signer",
                "own",
                "-ext",
                "san=dns:localhost");
        keytool("-delete", "-alias", "own");
        KeyStore keys = KeyStore.getInstance(folder.resolve("keys").toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        subscriber = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        subscriber.setHttpsConfigurator(new HttpsConfigurator(tls));
        subscriber.createContext("/hook", exchange -> {
            taken.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        subscriber.start();
    }

    @AfterEach
    void stop() {
        subscriber.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whom_the_own_authority_vouches_for_is_told() throws Exception {
        assertThat(send("localhost", folder.resolve("authority.pem"))).isEmpty();
        assertThat(taken).hasValue(1);
    }

    @Test
    void whom_nobody_vouches_for_is_told_nothing() throws Exception {
        assertThat(send("localhost", null)).contains("it could not be reached: SSLHandshakeException");
        assertThat(taken).hasValue(0);
    }

    @Test
    void who_answers_under_another_name_is_told_nothing() throws Exception {
        assertThat(send("another.example", folder.resolve("authority.pem")))
                .contains("it could not be reached: SSLHandshakeException");
        assertThat(taken).hasValue(0);
    }

    private String send(String host, @Nullable Path authority) throws Exception {
        URI uri = new URI("https://" + host + ":" + subscriber.getAddress().getPort() + "/hook");
        Webhook webhook = new Webhook(
                UUID.randomUUID(), uri.toString(), Set.of(), Envelope.secret(new byte[32]), "tests", Instant.EPOCH);
        Change change = new Change(1, Instant.EPOCH, "ticket", "1001", "Opened");
        try (Sender sender = new Sender(vertx, authority)) {
            return sender.send(
                            new Target(uri, InetAddress.getLoopbackAddress()),
                            Envelope.of(webhook, change, Instant.EPOCH))
                    .orElse("");
        }
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", folder.resolve("keys").toString(), "-storepass", PASSWORD));
        Path log = Files.createTempFile(folder, "keytool", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    }
}
