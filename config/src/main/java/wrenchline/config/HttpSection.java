package wrenchline.config;

/** Reads {@code http} of {@code wrenchline.yaml}. */
final class HttpSection {

    private HttpSection() {}

    static HttpSettings read(Section section, int port, Secret operatorToken) {
        String publicUrl = section.text("publicUrl", "");
        if (!publicUrl.isEmpty() && !publicUrl.matches("https?://[^/\\s]+")) {
            section.problem("'http.publicUrl' is '" + publicUrl + "', not an address such as https://desk.example");
        }
        return new HttpSettings(
                section.text("host"), port, publicUrl, section.flag("innerWebhooks", false), operatorToken);
    }
}
