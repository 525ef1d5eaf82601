package wrenchline.dashboard.sheet;

import java.util.Locale;

/** The forms of files that can be read and written. */
public enum Format {
    CSV("text/csv; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** For the end of a file's name, for instance {@code csv}. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public byte[] write(String name, Sheet sheet) {
        return switch (this) {
            case CSV -> CsvFile.write(sheet);
            case XLSX -> XlsxFile.write(name, sheet);
        };
    }

    /** Reads a file that anybody may have made. */
    public Sheet.Read read(byte[] file) {
        return switch (this) {
            case CSV -> CsvFile.read(file);
            case XLSX -> XlsxFile.read(file);
        };
    }
}
