package wrenchline.prediction.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Arrays of numbers in a stream. */
final class Numbers {

    private Numbers() {}

    static void write(DataOutput out, double[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    static double[] read(DataInput in) throws IOException {
        double[] numbers = new double[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }

    static void writeAll(DataOutput out, double[][] rows) throws IOException {
        out.writeInt(rows.length);
        for (double[] row : rows) {
            write(out, row);
        }
    }

    static double[][] readAll(DataInput in) throws IOException {
        double[][] rows = new double[in.readInt()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = read(in);
        }
        return rows;
    }
}
