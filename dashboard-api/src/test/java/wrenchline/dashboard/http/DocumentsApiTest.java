package wrenchline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wrenchline.core.detection.Fitting;
import wrenchline.core.warranty.Coverage;
import wrenchline.dashboard.SampleServer;
import wrenchline.dashboard.memory.SampleSite;

/** Documents and parts of a machine, over the real PostgreSQL. */
class DocumentsApiTest {

    private static final byte[] PDF = "%PDF-1.7 sample".getBytes(StandardCharsets.US_ASCII);
    private static final String LIFT = "/equipment/sample-lift-1";

    private static StoredSite stored;
    private static SampleServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        stored = new StoredSite(data);
        server = stored.server();
    }

    @AfterAll
    static void stop() {
        server.close();
        stored.close();
    }

    @Test
    void a_document_is_kept_listed_fetched_and_taken_away() throws Exception {
        var added = SampleServer.json(add(LIFT, "..%2F%E6%89%8B%E5%86%8C.pdf", PDF));
        assertThat(added.path("name").asText()).isEqualTo("手册.pdf");
        assertThat(added.path("type").asText()).isEqualTo("application/pdf");
        assertThat(SampleServer.json(add(LIFT, "again.pdf", PDF))).isEqualTo(added);
        assertThat(SampleServer.json(server.get(LIFT + "/documents")).path("items"))
                .containsExactly(added);

        String address = LIFT + "/documents/" + added.path("sha256").asText();
        HttpResponse<byte[]> file = server.client().send(server.api(address).build(), BodyHandlers.ofByteArray());
        assertThat(file.body()).isEqualTo(PDF);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
        assertThat(server.get(address.replace("lift-1", "lift-2")).statusCode()).isEqualTo(404);

        assertThat(server.post(address + "/remove", "").statusCode()).isEqualTo(204);
        assertThat(server.post(address + "/remove", "").statusCode()).isEqualTo(404);
        assertThat(server.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_no_document_is_refused() {
        byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        assertThat(add(LIFT, "manual.pdf", page).statusCode()).isEqualTo(400);
        assertThat(add(LIFT, "manual.pdf", new byte[0]).statusCode()).isEqualTo(400);
        assertThat(add("/equipment/nowhere", "manual.pdf", PDF).statusCode()).isEqualTo(404);
    }

    @Test
    void parts_tell_their_warranty_and_when_they_were_fitted() {
        Instant fitted = server.clock.instant().minusSeconds(60);
        server.site.transactions.run(books -> {
            String model = books.register().find(SampleSite.LIFT).orElseThrow().model();
            LocalDate since = LocalDate.parse("2020-01-01");
            books.coverages().enter(List.of(new Coverage(model, "sample-pump", Period.ofYears(20), since, "letter 7")));
            books.fittings().keep(new Fitting(SampleSite.LIFT, "sample-pump", fitted, 7));
        });

        var pump = SampleServer.json(server.get(LIFT + "/parts?filter=part:sample-pump"))
                .at("/items/0");
        assertThat(pump.path("covered").asBoolean()).isTrue();
        assertThat(pump.path("reference").asText()).isEqualTo("letter 7");
        assertThat(pump.at("/why/zh").asText()).contains("sample-pump");
        assertThat(pump.path("used").asInt()).isEqualTo(7);
        assertThat(pump.path("fitted").asText()).isEqualTo(fitted.toString());
        assertThat(server.get("/equipment/nowhere/parts").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> add(String machine, String name, byte[] content) {
        return server.send(server.api(machine + "/documents?name=" + name)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content)));
    }
}
