package wrenchline.dashboard.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** RFC 4180 in UTF-8, with the mark at the front by which spreadsheet programs know UTF-8. */
final class CsvFile {

    private static final char MARK = '\uFEFF';

    private CsvFile() {}

    static byte[] write(Sheet sheet) {
        StringWriter text = new StringWriter().append(MARK);
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(sheet.header());
            sheet.rows()
                    .forEach(row -> writer.writeRecord(
                            row.values().stream().map(Formulas::guarded).toList()));
        } catch (IOException broken) {
            throw new UncheckedIOException("writing CSV into memory", broken);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Sheet.Read read(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            return new Sheet.Read.Refused("it is no UTF-8 text");
        }
        String bare = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        List<Sheet.Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(bare)) {
            for (CsvRecord line : reader) {
                List<String> values =
                        line.getFields().stream().map(Formulas::plain).toList();
                lines.add(new Sheet.Line((int) line.getStartingLineNumber(), values));
            }
        } catch (CsvParseException | IOException | UncheckedIOException noCsv) {
            return new Sheet.Read.Refused("it is no CSV: " + noCsv.getMessage());
        }
        return Lines.sheet(lines);
    }
}
