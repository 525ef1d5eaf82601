package wrenchline.prediction.boosting;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Grows one tree, the most rewarding leaf first; each leaf owns a range of {@code rows}, which is partitioned in place. */
final class TreeGrower {

    private record Leaf(int node, int from, int to, Histogram histogram, Split split) {}

    private final BinnedTable table;
    private final Growth growth;
    private final double[] gradient;
    private final double[] hessian;
    private final int[] rows;
    private final int[] aside;

    TreeGrower(BinnedTable table, Growth growth, double[] gradient, double[] hessian, int[] rows) {
        this.table = table;
        this.growth = growth;
        this.gradient = gradient;
        this.hessian = hessian;
        this.rows = rows;
        aside = new int[rows.length];
    }

    Tree grow(int[] columns) {
        Tree tree = new Tree(2 * growth.leaves() - 1);
        PriorityQueue<Leaf> open = new PriorityQueue<>(
                Comparator.comparingDouble((Leaf leaf) -> leaf.split().gain()).reversed());
        Sums all = sums();
        Histogram whole = new Histogram(table, columns).add(rows, 0, rows.length, gradient, hessian);
        offer(open, leaf(tree.leaf(value(all)), 0, rows.length, whole, all));
        for (int leaves = 1; leaves < growth.leaves() && !open.isEmpty(); leaves++) {
            Leaf leaf = open.remove();
            Split split = leaf.split();
            int middle = partition(leaf);
            int left = tree.leaf(value(split.left()));
            int right = tree.leaf(value(split.right()));
            tree.branch(leaf.node(), split.column(), table.upperEnd(split.column(), split.bin()), left);
            boolean leftIsSmall = middle - leaf.from() < leaf.to() - middle;
            Histogram small = leftIsSmall
                    ? new Histogram(table, columns).add(rows, leaf.from(), middle, gradient, hessian)
                    : new Histogram(table, columns).add(rows, middle, leaf.to(), gradient, hessian);
            Histogram large = leaf.histogram().without(small);
            offer(open, leaf(left, leaf.from(), middle, leftIsSmall ? small : large, split.left()));
            offer(open, leaf(right, middle, leaf.to(), leftIsSmall ? large : small, split.right()));
        }
        return tree;
    }

    private Leaf leaf(int node, int from, int to, Histogram histogram, Sums sums) {
        return new Leaf(node, from, to, histogram, histogram.best(sums, growth));
    }

    private static void offer(PriorityQueue<Leaf> open, Leaf leaf) {
        if (leaf.split().isWorthIt()) {
            open.add(leaf);
        }
    }

    /** Keeps the order of the rows on both sides; returns where the right side begins. */
    private int partition(Leaf leaf) {
        byte[] bins = table.column(leaf.split().column());
        int middle = leaf.from();
        int right = 0;
        for (int i = leaf.from(); i < leaf.to(); i++) {
            if ((bins[rows[i]] & 0xff) <= leaf.split().bin()) {
                rows[middle++] = rows[i];
            } else {
                aside[right++] = rows[i];
            }
        }
        System.arraycopy(aside, 0, rows, middle, right);
        return middle;
    }

    private Sums sums() {
        double first = 0;
        double second = 0;
        for (int row : rows) {
            first += gradient[row];
            second += hessian[row];
        }
        return new Sums(first, second);
    }

    private double value(Sums sums) {
        return growth.learningRate() * sums.value(growth.ridge());
    }
}
