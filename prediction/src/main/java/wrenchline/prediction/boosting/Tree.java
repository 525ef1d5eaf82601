package wrenchline.prediction.boosting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A binary decision tree in flat arrays; node 0 is the root, a leaf's column is -1. Every node knows what it would say. */
final class Tree {

    private static final int LEAF = -1;

    private final int[] column;
    private final double[] threshold;
    private final int[] left;
    private final double[] value;
    private int size;

    Tree(int nodes) {
        column = new int[nodes];
        threshold = new double[nodes];
        left = new int[nodes];
        value = new double[nodes];
    }

    /** Adds a leaf and returns its node. */
    int leaf(double says) {
        column[size] = LEAF;
        value[size] = says;
        return size++;
    }

    /** Makes {@code node} ask for {@code column} ≤ {@code threshold}; the answer no leads to the node after {@code yes}. */
    void branch(int node, int asks, double upperEnd, int yes) {
        column[node] = asks;
        threshold[node] = upperEnd;
        left[node] = yes;
    }

    double valueOf(double[] row) {
        int node = 0;
        while (column[node] != LEAF) {
            node = next(node, row);
        }
        return value[node];
    }

    /** Adds to each column what the questions about it changed on the way to the leaf. */
    void explain(double[] row, double[] contributions) {
        int node = 0;
        while (column[node] != LEAF) {
            int next = next(node, row);
            contributions[column[node]] += value[next] - value[node];
            node = next;
        }
    }

    private int next(int node, double[] row) {
        return row[column[node]] <= threshold[node] ? left[node] : left[node] + 1;
    }

    static void write(List<Tree> trees, DataOutput out) throws IOException {
        out.writeInt(trees.size());
        for (Tree tree : trees) {
            tree.write(out);
        }
    }

    static List<Tree> readList(DataInput in) throws IOException {
        List<Tree> trees = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            trees.add(read(in));
        }
        return trees;
    }

    private void write(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int node = 0; node < size; node++) {
            out.writeInt(column[node]);
            out.writeDouble(threshold[node]);
            out.writeInt(left[node]);
            out.writeDouble(value[node]);
        }
    }

    private static Tree read(DataInput in) throws IOException {
        Tree tree = new Tree(in.readInt());
        for (int node = 0; node < tree.column.length; node++) {
            tree.column[node] = in.readInt();
            tree.threshold[node] = in.readDouble();
            tree.left[node] = in.readInt();
            tree.value[node] = in.readDouble();
        }
        tree.size = tree.column.length;
        return tree;
    }
}
