package wrenchline.dashboard.web;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the page, all out of the jar: nothing is fetched from elsewhere and nothing can be reached outside the page's folder. */
public final class PageFiles {

    private static final String FOLDER = "/wrenchline/dashboard/web/";
    private static final Pattern SAFE = Pattern.compile("(?:[a-z0-9][a-z0-9-]*/)*[a-z0-9][a-z0-9-]*\\.[a-z0-9]{2,5}");

    /** Libraries by the short names that the page calls them. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "lib/vue.js", "/META-INF/resources/webjars/vue/3.5.22/dist/vue.runtime.esm-browser.prod.js",
            "lib/uplot.js", "/META-INF/resources/webjars/uplot/1.6.30/dist/uPlot.esm.js",
            "lib/uplot.css", "/META-INF/resources/webjars/uplot/1.6.30/dist/uPlot.min.css");

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "webmanifest", "application/manifest+json");

    private final Map<String, PageFile> read = new ConcurrentHashMap<>();

    /**
     * A file of the page.
     *
     * @param tag changes when the content does
     */
    public record PageFile(String mediaType, Buffer content, String tag) {}

    /** The file at {@code path}, which has no slash in front. */
    public Optional<PageFile> find(String path) {
        String name = path.isEmpty() ? "index.html" : path;
        PageFile known = read.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        String type = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !SAFE.matcher(name).matches()) {
            return Optional.empty();
        }
        Optional<PageFile> file = load(LIBRARIES.getOrDefault(name, FOLDER + name))
                .map(content -> new PageFile(type, Buffer.buffer(content), tag(content)));
        file.ifPresent(found -> read.put(name, found));
        return file;
    }

    private static Optional<byte[]> load(String resource) {
        try (InputStream stream = PageFiles.class.getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException("reading " + resource + " out of the jar", broken);
        }
    }

    private static String tag(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("hashing a page file with SHA-256", broken);
        }
    }
}
