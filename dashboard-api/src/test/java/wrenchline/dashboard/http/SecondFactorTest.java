package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.config.HttpSettings;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.auth.Authenticator;

/** Signing in with a code of an authenticator beside the password. */
class SecondFactorTest {

    private static final String NAME = "li.sample";
    private static final Duration STEP = Duration.ofSeconds(30);

    private SampleServer server;
    private String password;

    @BeforeEach
    void start(@TempDir Path data) {
        server = new SampleServer(data);
        password = account();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nothing_is_asked_for_until_a_first_code_confirmed_the_authenticator() {
        HttpResponse<String> session = signIn(password, "");
        String secret = secret(session);
        assertThat(signIn(password, "").statusCode()).isEqualTo(200);
        assertThat(confirm(session, "000000").statusCode()).isEqualTo(409);
        assertThat(confirm(session, code(secret)).statusCode()).isEqualTo(200);
        assertThat(kind(signIn(password, ""))).isEqualTo("second-factor");
        server.clock.advance(STEP);
        assertThat(signIn(password, code(secret)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_signs_in_once_and_the_one_that_confirmed_does_not_at_all() {
        String secret = enrolled();
        assertThat(kind(signIn(password, code(secret)))).isEqualTo("wrong-secret");
        server.clock.advance(STEP);
        String code = code(secret);
        assertThat(signIn(password, code).statusCode()).isEqualTo(200);
        assertThat(kind(signIn(password, code))).isEqualTo("wrong-secret");
    }

    @Test
    void a_wrong_password_is_refused_alike_whether_there_is_an_authenticator_or_a_right_code() {
        String without = signIn("a wrong password", "").body();
        String secret = enrolled();
        server.clock.advance(STEP);
        assertThat(signIn("a wrong password", "").body()).isEqualTo(without);
        assertThat(signIn("a wrong password", code(secret)).body()).isEqualTo(without);
        assertThat(signIn(password, code(secret)).statusCode())
                .as("a code beside a wrong password is not used up")
                .isEqualTo(200);
    }

    @Test
    void five_wrong_codes_shut_the_account_and_the_bare_password_makes_up_for_none() {
        String secret = enrolled();
        server.clock.advance(STEP);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(kind(signIn(password, ""))).isEqualTo("second-factor");
            assertThat(kind(signIn(password, "not the code"))).isEqualTo("wrong-secret");
        }
        assertThat(kind(signIn(password, code(secret)))).isEqualTo("shut");
        assertThat(kind(signIn(password, ""))).isEqualTo("shut");
        server.clock.advance(Duration.ofMinutes(15));
        assertThat(signIn(password, code(secret)).statusCode()).isEqualTo(200);
    }

    @Test
    void ten_recovery_codes_sign_in_once_each() {
        HttpResponse<String> session = signIn(password, "");
        List<String> codes = recovery(session, secret(session));
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(signIn(password, codes.getFirst()).statusCode()).isEqualTo(200);
        assertThat(kind(signIn(password, codes.getFirst()))).isEqualTo("wrong-secret");
        assertThat(signIn(password, codes.getLast().toUpperCase(Locale.ROOT)).statusCode())
                .isEqualTo(200);
        assertThat(server.by(session, "GET", "/session/second-factor", "").body())
                .isEqualTo("{\"confirmed\":true,\"recovery\":8}");
    }

    @Test
    void an_authenticator_is_set_up_with_the_password_and_taken_off_with_password_and_code() {
        HttpResponse<String> session = signIn(password, "");
        assertThat(begin(session, "a wrong password").statusCode()).isEqualTo(409);
        String secret = secret(session);
        recovery(session, secret);
        assertThat(begin(session, password).statusCode()).as("there is one").isEqualTo(409);
        server.clock.advance(STEP);
        assertThat(remove(session, "not the code").statusCode()).isEqualTo(409);
        assertThat(remove(session, code(secret)).statusCode()).isEqualTo(204);
        assertThat(signIn(password, "").statusCode()).isEqualTo(200);
    }

    @Test
    void an_administrator_takes_it_off_and_the_audit_log_says_so_without_secrets() {
        HttpResponse<String> session = signIn(password, "");
        String secret = secret(session);
        String code = code(secret);
        recovery(session, secret);
        signIn(password, "not-the-code");
        assertThat(server.get("/accounts/" + NAME).body()).contains("\"secondFactor\":true");
        assertThat(server.by(session, "POST", "/accounts/li.sample/second-factor/remove", "")
                        .statusCode())
                .isEqualTo(403);
        server.post("/accounts/" + NAME + "/second-factor/remove", "{}");
        assertThat(signIn(password, "").statusCode()).isEqualTo(200);
        assertThat(server.by(session, "GET", "/session", "").statusCode()).isEqualTo(401);
        assertThat(server.get("/audit").body())
                .contains("removeSecondFactorOf", "confirmSecondFactor", "\"object\":\"li.sample\"")
                .doesNotContain(secret, "\"" + code, "not-the-code");
    }

    @Test
    void another_password_is_chosen_and_the_authenticator_stays() {
        String secret = enrolled();
        server.clock.advance(STEP);
        HttpResponse<String> session = signIn(password, code(secret));
        assertThat(server.by(
                                session,
                                "POST",
                                "/session/password",
                                "{\"old\":\"" + password + "\",\"password\":\"correct horse battery\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(kind(signIn("correct horse battery", ""))).isEqualTo("second-factor");
    }

    @Test
    void where_it_is_required_an_account_without_one_can_do_nothing_but_get_one(@TempDir Path data) {
        server.close();
        server = new SampleServer(data, new HttpSettings.SignIn(Duration.ofHours(4), true));
        password = account();
        HttpResponse<String> session = signIn(password, "");
        assertThat(SampleServer.json(session).path("mustEnrol").asBoolean()).isTrue();
        assertThat(kind(server.by(session, "GET", "/tickets", ""))).isEqualTo("enrol-first");
        assertThat(kind(server.by(session, "GET", "/events", ""))).isEqualTo("enrol-first");
        recovery(session, secret(session));
        assertThat(server.by(session, "GET", "/tickets", "").statusCode()).isEqualTo(200);
        assertThat(server.get("/tickets").statusCode()).as("the operator token").isEqualTo(200);
    }

    private String account() {
        return SampleServer.json(server.post("/accounts", "{\"name\":\"li.sample\",\"role\":\"agent\"}"))
                .path("password")
                .asText();
    }

    /** The secret of an authenticator that is set up. */
    private String enrolled() {
        HttpResponse<String> session = signIn(password, "");
        String secret = secret(session);
        recovery(session, secret);
        return secret;
    }

    private HttpResponse<String> begin(HttpResponse<String> session, String given) {
        return server.by(session, "POST", "/session/second-factor", "{\"password\":\"" + given + "\"}");
    }

    private String secret(HttpResponse<String> session) {
        HttpResponse<String> told = begin(session, password);
        String secret = SampleServer.json(told).path("secret").asText();
        assertThat(secret).as(told.body()).matches("[A-Z2-7]{32}");
        assertThat(SampleServer.json(told).path("uri").asText())
                .isEqualTo("otpauth://totp/Wrenchline:li.sample?secret=" + secret + "&issuer=Wrenchline");
        return secret;
    }

    private List<String> recovery(HttpResponse<String> session, String secret) {
        HttpResponse<String> told = confirm(session, code(secret));
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        return SampleServer.json(told)
                .path("codes")
                .valueStream()
                .map(code -> code.asText())
                .toList();
    }

    private HttpResponse<String> confirm(HttpResponse<String> session, String code) {
        return server.by(session, "POST", "/session/second-factor/confirm", "{\"code\":\"" + code + "\"}");
    }

    private HttpResponse<String> remove(HttpResponse<String> session, String code) {
        String body = "{\"password\":\"" + password + "\",\"code\":\"" + code + "\"}";
        return server.by(session, "POST", "/session/second-factor/remove", body);
    }

    private String code(String secret) {
        return new Authenticator(secret, server.clock).code();
    }

    private HttpResponse<String> signIn(String given, String factor) {
        String code = factor.isEmpty() ? "" : ",\"factor\":\"" + factor + "\"";
        return server.send(server.bare("/api/v1/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"li.sample\",\"password\":\"" + given + "\"" + code + "}")));
    }

    private static String kind(HttpResponse<String> response) {
        String type = SampleServer.json(response).path("type").asText();
        return type.substring(type.lastIndexOf(':') + 1);
    }
}
