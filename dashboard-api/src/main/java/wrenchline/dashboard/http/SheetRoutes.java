package wrenchline.dashboard.http;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import java.util.Map;
import wrenchline.dashboard.sheet.Format;
import wrenchline.dashboard.sheet.Registers;
import wrenchline.dashboard.sheet.Sheet;

/** The registers as files, out and in. */
record SheetRoutes(Registers registers) {

    private static final Map<String, String> NAMES =
            Map.of("Customers", "customers", "Equipment", "equipment", "Parts", "parts", "Roster", "roster");

    void mount(Api api) {
        NAMES.forEach((operation, name) -> {
            api.on("export" + operation, request -> out(request, name));
            api.on("import" + operation, request -> in(request, name));
        });
    }

    private Answer out(Request request, String name) {
        Format format = format(request);
        Sheet sheet = registers.out(name);
        // A workbook holds the time of its making: what it says is compared.
        String tag = Tags.of(Format.CSV.write(name, sheet));
        return new Answer.Download(
                format.mediaType(), name + "." + format.ending(), tag, Buffer.buffer(format.write(name, sheet)));
    }

    private Answer in(Request request, String name) {
        boolean dryRun = request.query("dryRun").map(Boolean::parseBoolean).orElse(false);
        return switch (format(request).read(request.file().getBytes())) {
            case Sheet.Read.Ok(Sheet sheet) -> Answer.json(registers.in(name, sheet, dryRun));
            case Sheet.Read.Refused(String reason) ->
                Answer.refused(Problem.invalid("The file is refused: " + reason + "."));
        };
    }

    private static Format format(Request request) {
        return Format.valueOf(request.query("format").orElse("csv").toUpperCase(Locale.ROOT));
    }
}
