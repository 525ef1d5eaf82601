package wrenchline.dashboard.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of a workbook. */
final class XlsxFile {

    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final int MOST_ENTRIES = 200;
    private static final int MOST_COLUMNS = 100;

    private XlsxFile() {}

    static byte[] write(String name, Sheet sheet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Wrenchline", "1.0")) {
            Worksheet page = workbook.newWorksheet(name);
            write(page, 0, sheet.header());
            for (int row = 0; row < sheet.rows().size(); row++) {
                List<String> values = sheet.rows().get(row).values();
                write(page, row + 1, values.stream().map(Formulas::guarded).toList());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("writing a workbook into memory", broken);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet page, int row, List<String> values) {
        for (int column = 0; column < values.size(); column++) {
            page.value(row, column, values.get(column));
        }
    }

    static Sheet.Read read(byte[] file) {
        try {
            if (!ReadableWorkbook.isOOXMLZipHeader(file) || !small(file)) {
                return new Sheet.Read.Refused(
                        "it is no XLSX workbook, or unpacks to more than " + MOST_BYTES / (1024 * 1024) + " MiB");
            }
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                    Stream<Row> rows = workbook.getFirstSheet().openStream()) {
                return Lines.sheet(rows.limit(Lines.MOST_ROWS + 2L)
                        .map(row -> new Sheet.Line(row.getRowNum(), values(row)))
                        .toList());
            }
        } catch (IOException | RuntimeException noWorkbook) {
            // The parser tells of a damaged file by whatever it stumbled over.
            return new Sheet.Read.Refused("it is no XLSX workbook that can be read");
        }
    }

    private static List<String> values(Row row) {
        List<String> values = new ArrayList<>();
        for (int column = 0; column < Math.min(row.getCellCount(), MOST_COLUMNS); column++) {
            values.add(row.getOptionalCell(column).map(XlsxFile::text).orElse(""));
        }
        return values;
    }

    /** As it was typed: the value of a formula is not looked at. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR) {
            return "=" + cell.getFormula();
        }
        String format = cell.getDataFormatString();
        boolean date = cell.getType() == CellType.NUMBER && format != null && format.contains("yy");
        return date
                ? cell.asDate().toLocalDate().toString()
                : cell.getType() == CellType.NUMBER
                        ? cell.asNumber().stripTrailingZeros().toPlainString()
                        : Formulas.plain(cell.getText());
    }

    /** Looks at what it unpacks to before anything reads it; what the file says of its own size is not believed. */
    private static boolean small(byte[] file) throws IOException {
        long left = MOST_BYTES;
        int entries = 0;
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(file))) {
            while (left > 0 && entries <= MOST_ENTRIES && zip.getNextEntry() != null) {
                entries++;
                left -= unpacked(zip, left);
            }
        }
        return left > 0 && entries <= MOST_ENTRIES;
    }

    private static long unpacked(InputStream stream, long most) throws IOException {
        byte[] buffer = new byte[8 * 1024];
        long bytes = 0;
        for (int read = stream.read(buffer); read >= 0 && bytes <= most; read = stream.read(buffer)) {
            bytes += read;
        }
        return bytes;
    }
}
