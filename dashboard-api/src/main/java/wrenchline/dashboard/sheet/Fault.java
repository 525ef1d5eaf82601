package wrenchline.dashboard.sheet;

/**
 * What is wrong with a line of a file.
 *
 * @param line as the program shows it that made the file; the header is 1
 * @param column empty when it is the line as a whole
 */
public record Fault(int line, String column, String reason) {}
